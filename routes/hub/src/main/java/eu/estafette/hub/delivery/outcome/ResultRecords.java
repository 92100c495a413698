package eu.estafette.hub.delivery.outcome;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LaneNotice;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LedgerEntry;
import eu.estafette.hub.delivery.lane.Tries;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Discarded;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.Parks;
import eu.estafette.hub.delivery.outcome.Verdict.TriesAgain;
import eu.estafette.hub.delivery.outcome.Verdict.Waits;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.hub.topics.Partitions;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;

/** What is written of a call that has ended, on whatever topics it concerns. Writes nothing itself. */
public final class ResultRecords {

    private final Serializer<SpecificRecord> messages;
    private final TransportReceipt receipts;
    private final ParkRecords parked;

    public ResultRecords(Serializer<SpecificRecord> messages, PayloadCodec payloads, String group) {
        this.messages = messages;
        this.receipts = new TransportReceipt(payloads);
        this.parked = new ParkRecords(group);
    }

    /** @param partitions of {@code estafette.events} and {@code estafette.journal}, which have the same number */
    List<ProducerRecord<byte[], byte[]>> of(Ended ended, Verdict verdict, Tries before, int partitions) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(parked.of(ended, verdict, before));
        records.addAll(OrderRecords.of(ended, verdict));
        if (ended.notice().isPresent()) {
            LaneNotice notice = ended.notice().get();
            int partition = Partitions.of(notice.subject().hex(), partitions);
            receipt(ended, notice.notice(), verdict)
                    .ifPresent(receipt -> records.add(receipt(notice, receipt, partition)));
            if (verdict instanceof Withdrawn) {
                records.add(recallResolved(notice.notice(), ended));
            }
            DeliveryJournal.entries(ended, notice.notice(), verdict)
                    .forEach(entry -> records.add(journal(notice.subject().hex(), entry, partition)));
        } else if (verdict.isFinal()) {
            String party = Topics.partyOfLane(ended.call().partition().id().topic());
            JournalEntry entry = DeliveryJournal.unreadable(ended, party, verdict);
            records.add(ofLane(party, entry, partitions));
        }
        return records;
    }

    /** Of what concerns a party's lane and no case. */
    public ProducerRecord<byte[], byte[]> ofLane(String party, JournalEntry entry, int partitions) {
        return journal(party, entry, Partitions.of(party, partitions));
    }

    private Optional<CaseEvent> receipt(Ended ended, Notice notice, Verdict verdict) {
        return switch (verdict) {
            case Done done when done.recalled() -> Optional.of(receipts.tooLate(notice, ended.at()));
            case Done ignored -> Optional.of(receipts.of(notice, ended.at()));
            case Withdrawn ignored -> Optional.of(receipts.caught(notice, ended.at()));
            case Parks ignored -> Optional.empty();
            case Discarded ignored -> Optional.empty();
            case Waits ignored -> Optional.empty();
            case TriesAgain ignored -> Optional.empty();
            case Dies ignored -> Optional.empty();
        };
    }

    /** What is finished above the mark of a partition, in the partition of the ledger that goes with it. */
    static ProducerRecord<byte[], byte[]> ledger(LanePartition partition, LedgerEntry entry) {
        String party = Topics.partyOfLane(partition.id().topic());
        int number = partition.id().partition();
        return new ProducerRecord<>(Topics.ledger(party), number, bytes(String.valueOf(number)), entry.toBytes());
    }

    /** A tombstone: what was asked back is caught. */
    private static ProducerRecord<byte[], byte[]> recallResolved(Notice notice, Ended ended) {
        int partition = ended.call().partition().id().partition();
        return new ProducerRecord<>(Topics.recall(notice.getParty()), partition, bytes(notice.getNoticeId()), null);
    }

    private ProducerRecord<byte[], byte[]> receipt(LaneNotice notice, CaseEvent event, int partition) {
        Headers headers = EventHeaders.of(event, notice.notice().getCaseId());
        return record(Topics.EVENTS, partition, notice.subject(), event, headers);
    }

    private ProducerRecord<byte[], byte[]> record(
            String topic, int partition, SubjectKey key, CaseEvent event, Headers headers) {
        return new ProducerRecord<>(topic, partition, bytes(key.hex()), messages.serialize(topic, event), headers);
    }

    private ProducerRecord<byte[], byte[]> journal(String key, JournalEntry entry, int partition) {
        byte[] value = messages.serialize(Topics.JOURNAL, entry);
        return new ProducerRecord<>(Topics.JOURNAL, partition, bytes(key), value, new RecordHeaders());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
