package eu.estafette.hub.router.store;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.contract.message.WaitingEntry;
import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between a subject and its entries: one for the head of its case, one for each object, one for what each line sent, one for what is held in
 * the case and one for what waits before it. A decision rewrites only what it changed, so that a case with a long history costs no more than
 * a new one.
 */
public final class CaseCodec {

    private static final Logger log = LoggerFactory.getLogger(CaseCodec.class);

    /** Design section 6, Store: a larger entry makes the event invalid. */
    static final int ENTRY_LIMIT_BYTES = 512 * 1024;

    private static final String TOPIC = "cases";

    private final Serializer<CaseEntry> serializer;
    private final Deserializer<CaseEntry> deserializer;
    private final ObjectCodec objects;
    private final WaitingCodec held;

    public CaseCodec(
            Contracts contracts,
            PayloadCodec payloads,
            Serializer<? super CaseEntry> serializer,
            Deserializer<? super CaseEntry> deserializer) {
        this.serializer = serializer::serialize;
        this.deserializer = (topic, bytes) -> (CaseEntry) deserializer.deserialize(topic, bytes);
        this.objects = new ObjectCodec(contracts, payloads);
        this.held = new WaitingCodec(contracts, payloads);
    }

    public StoredSubject find(CaseEntries store, SubjectKey subject) {
        var found = new FoundEntries(objects, held);
        store.scan(EntryKeys.prefix(subject), bytes -> found.add(deserializer.deserialize(TOPIC, bytes)));
        return found.subject();
    }

    /** All that is kept of a subject, to go elsewhere as a whole. */
    public List<ByteBuffer> entries(SubjectKey subject, StoredSubject stored) {
        return changesOfAnySize(subject, StoredSubject.NONE, stored).values().stream()
                .map(bytes -> ByteBuffer.wrap(Objects.requireNonNull(bytes)))
                .toList();
    }

    /** The reverse of {@link #entries}. */
    public StoredSubject subject(List<ByteBuffer> entries) {
        var found = new FoundEntries(objects, held);
        for (ByteBuffer entry : entries) {
            byte[] bytes = new byte[entry.remaining()];
            entry.duplicate().get(bytes);
            found.add(deserializer.deserialize(TOPIC, bytes));
        }
        return found.subject();
    }

    /**
     * Hands over every subject in whose case, or before it, something falls due, and when; of those that can be read.
     *
     * @param hasLeft whether a party that holds a role on a case has left the registry; its steps were due then, whatever the case says
     */
    void eachDue(CaseEntries store, BiPredicate<Role, PartyId> hasLeft, BiConsumer<SubjectKey, Instant> due) {
        store.each((key, bytes) -> {
            try {
                if (key.endsWith(EntryKeys.HEAD)) {
                    CaseHead head = deserializer.deserialize(TOPIC, bytes).getHead();
                    Optional.ofNullable(head.getNextDue()).ifPresent(time -> due.accept(EntryKeys.subject(key), time));
                    if (HeadCodec.isAnyOwnerGone(head, hasLeft)) {
                        due.accept(EntryKeys.subject(key), Instant.EPOCH);
                    }
                } else if (key.endsWith(EntryKeys.ANTEROOM)) {
                    nextDue(deserializer.deserialize(TOPIC, bytes).getAnteroom())
                            .ifPresent(time -> due.accept(EntryKeys.subject(key), time));
                } else if (key.endsWith(EntryKeys.ALIAS)) {
                    CaseEntry entry = deserializer.deserialize(TOPIC, bytes);
                    due.accept(
                            EntryKeys.subject(key),
                            ProvenanceCodec.read(entry.getAlias()).until());
                }
            } catch (RuntimeException failure) {
                log.atError()
                        .addKeyValue("entry", key)
                        .addKeyValue("failure", failure.getClass().getName())
                        .log("nobody can tell when this case is due");
            }
        });
    }

    private Optional<Instant> nextDue(WaitingEntry waiting) {
        return new Anteroom(held.read(waiting, new HashMap<>()).events()).nextDue();
    }

    /**
     * What storing {@code now} would write, encoded, by key; parts that are the same as before are left out, and what is no longer kept has
     * no value.
     *
     * @throws UndecidableException if an entry would become so large that its case could not go on for long
     */
    public Map<String, byte @Nullable []> changes(SubjectKey subject, StoredSubject before, StoredSubject now) {
        Map<String, byte @Nullable []> changes = changesOfAnySize(subject, before, now);
        for (byte @Nullable [] entry : changes.values()) {
            if (entry != null && entry.length > ENTRY_LIMIT_BYTES) {
                throw new UndecidableException(
                        "ENTRY_TOO_LARGE",
                        "an entry of the case would take " + entry.length + " bytes; at most " + ENTRY_LIMIT_BYTES
                                + " fit");
            }
        }
        return changes;
    }

    /** The same of a case that must be kept as it is: an entry made of two still fits a record. */
    public Map<String, byte @Nullable []> changesOfAnySize(
            SubjectKey subject, StoredSubject before, StoredSubject now) {
        return new CaseChanges(subject, before, now, this::encoded, objects, held).all();
    }

    private byte[] encoded(CaseEntry.Builder entry) {
        return serializer.serialize(TOPIC, entry.build());
    }
}
