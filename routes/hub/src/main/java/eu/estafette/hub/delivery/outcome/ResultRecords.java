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
import eu.estafette.hub.delivery.outcome.Verdict.Done;
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
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;

/** What is written of a call that has ended, on whatever topics it concerns. Writes nothing itself. */
public final class ResultRecords {

    private final Serializer<SpecificRecord> messages;
    private final TransportReceipt receipts;
    private final DeadLetter deadLetters;

    public ResultRecords(Serializer<SpecificRecord> messages, PayloadCodec payloads, String group) {
        this.messages = messages;
        this.receipts = new TransportReceipt(payloads);
        this.deadLetters = new DeadLetter(group);
    }

    /** @param partitions of {@code estafette.events} and {@code estafette.journal}, which have the same number */
    List<ProducerRecord<byte[], byte[]>> of(Ended ended, Verdict verdict, Tries before, int partitions) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        if (verdict instanceof Dies dies) {
            records.add(deadLetters.of(ended, dies, before.first()));
        }
        if (ended.notice().isPresent()) {
            LaneNotice notice = ended.notice().get();
            int partition = Partitions.of(notice.subject().hex(), partitions);
            switch (verdict) {
                case Done done ->
                    records.add(receipt(
                            notice,
                            done.recalled()
                                    ? receipts.tooLate(notice.notice(), ended.at())
                                    : receipts.of(notice.notice(), ended.at()),
                            partition));
                case Withdrawn ignored -> {
                    records.add(receipt(notice, receipts.caught(notice.notice(), ended.at()), partition));
                    records.add(recallResolved(notice.notice(), ended));
                }
                case Waits ignored -> {}
                case TriesAgain ignored -> {}
                case Dies ignored -> {}
            }
            JournalEntry entry = DeliveryJournal.entry(notice.notice(), verdict, ended.at());
            records.add(journal(notice.subject().hex(), entry, partition));
        } else if (verdict instanceof Dies dies) {
            String party = Topics.partyOfLane(ended.call().partition().id().topic());
            JournalEntry entry = DeliveryJournal.unreadable(party, dies, ended.at());
            records.add(journal(party, entry, Partitions.of(party, partitions)));
        }
        return records;
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
