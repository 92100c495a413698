package eu.estafette.schemas.seal;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.registry.RegistryException;
import eu.estafette.schemas.registry.RegistryException.Fault;
import eu.estafette.schemas.seal.SealFault.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Goes along the seals of one partition and along its journal at the same time. */
final class PartitionCheck {

    /** Faults of what stands there; all others are the registry's own trouble. */
    private static final Set<Fault> TELLS_OF_THE_RECORD = Set.of(Fault.UNREADABLE, Fault.UNKNOWN);

    private final int partition;
    private final PartitionRecords journal;
    private final VerifyingKeys keys;
    private final Instant keptSince;
    private final List<SealFault> faults = new ArrayList<>();
    private @Nullable SealChain chain;
    private long seals;
    private long verified;
    private long removed;

    /** @param keptSince what was sealed later must still be there */
    PartitionCheck(int partition, PartitionRecords journal, VerifyingKeys keys, Instant keptSince) {
        this.partition = partition;
        this.journal = journal;
        this.keys = keys;
        this.keptSince = keptSince;
    }

    PartitionVerdict run(PartitionRecords written, Deserializer<SpecificRecord> deserializer) {
        while (written.hasNext()) {
            ConsumerRecord<byte[], byte[]> record = written.next();
            seals++;
            read(record, deserializer).ifPresentOrElse(this::check, () -> unreadable(record));
        }
        long unsealed = 0;
        Instant since = Instant.MAX;
        while (journal.hasNext()) {
            Instant at = Instant.ofEpochMilli(journal.next().timestamp());
            since = at.isBefore(since) ? at : since;
            unsealed++;
        }
        return new PartitionVerdict(
                partition,
                seals,
                before().lastHash(),
                verified,
                removed,
                unsealed,
                unsealed == 0 ? Optional.empty() : Optional.of(since),
                faults);
    }

    private SealChain before() {
        return chain == null ? SealChain.startingAt(0) : chain;
    }

    private void check(JournalSeal seal) {
        if (!SealChain.isSigned(seal, keys)) {
            String why = keys.knows(seal.getKeyId())
                    ? "it was changed after it was signed"
                    : "key " + seal.getKeyId() + " is not among those to be believed";
            fault(Kind.BAD_SIGNATURE, seal, "Seal " + seal.getNumber() + " counts for nothing: " + why + ".");
        }
        if (!before().isFollowedBy(seal) || seal.getPartition() != partition) {
            fault(
                    Kind.BROKEN_CHAIN,
                    seal,
                    "Seal " + seal.getNumber() + " does not follow on seal " + before().number() + ".");
        } else if (chain != null && seal.getFirstOffset() != chain.next()) {
            fault(
                    Kind.MISSING_RECORD,
                    seal,
                    "Nothing was sealed from offset " + chain.next() + " to " + (seal.getFirstOffset() - 1)
                            + ": it was gone before it could be.");
        }
        compare(seal);
        chain = SealChain.endingWith(seal);
    }

    private void compare(JournalSeal seal) {
        var records = new RecordsDigest();
        while (journal.hasNextUpTo(seal.getLastOffset())) {
            ConsumerRecord<byte[], byte[]> record = journal.next();
            if (record.offset() >= seal.getFirstOffset()) {
                records.add(record);
            }
        }
        if (SealChain.isOver(seal, records)) {
            verified += records.records();
        } else if (seal.getFirstOffset() < journal.begin() && seal.getAt().isBefore(keptSince)) {
            removed++;
        } else if (records.records() < seal.getRecords()) {
            fault(Kind.MISSING_RECORD, seal, found(records, seal) + ": records are gone before their time.");
        } else {
            fault(Kind.ALTERED_RECORD, seal, found(records, seal) + ", and not as they were.");
        }
    }

    private static String found(RecordsDigest records, JournalSeal seal) {
        return "There are " + records.records() + " records where " + seal.getRecords() + " were sealed";
    }

    private void fault(Kind kind, JournalSeal seal, String detail) {
        faults.add(
                new SealFault(kind, partition, seal.getNumber(), seal.getFirstOffset(), seal.getLastOffset(), detail));
    }

    private Optional<JournalSeal> read(
            ConsumerRecord<byte[], byte[]> record, Deserializer<SpecificRecord> deserializer) {
        try {
            return deserializer.deserialize(Topics.JOURNAL_SEALS, record.value()) instanceof JournalSeal seal
                    ? Optional.of(seal)
                    : Optional.empty();
        } catch (SerializationException e) {
            if (e instanceof RegistryException registry && !TELLS_OF_THE_RECORD.contains(registry.fault())) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private void unreadable(ConsumerRecord<byte[], byte[]> record) {
        faults.add(new SealFault(
                Kind.BAD_SIGNATURE,
                partition,
                before().number() + 1,
                before().next(),
                before().next(),
                "What stands at offset " + record.offset() + " of " + Topics.JOURNAL_SEALS + " is no seal."));
    }
}
