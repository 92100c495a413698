package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.lane.LedgerEntry;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/** What {@code estafette.notices}, the lanes and their companions say: which notices were made on a day, and which of them are not at their end. */
final class TopicNotices {

    /** The notice's id, as the router puts it beside each notice. */
    private static final String ID = "ce_id";

    private final Map<String, String> made = new HashMap<>();
    private final Set<String> dead = new HashSet<>();
    private final Set<String> parked = new HashSet<>();
    private final Set<String> onLane = new HashSet<>();

    private TopicNotices() {}

    /**
     * @param parties   that have lanes
     * @param positions of the delivery
     */
    static TopicNotices read(
            KeptRecords records,
            ClusterFacts cluster,
            CountedDay day,
            Deserializer<SpecificRecord> messages,
            Collection<String> parties,
            String deliveryGroup) {
        var notices = new TopicNotices();
        records.live(Topics.NOTICES).forEach((id, record) -> {
            if (messages.deserialize(record.topic(), record.value()) instanceof Notice notice
                    && day.contains(notice.getCreatedAt())) {
                notices.made.put(id, notice.getParty());
            }
        });
        Map<TopicPartition, OffsetAndMetadata> positions = cluster.positions(deliveryGroup);
        for (String party : parties) {
            notices.dead.addAll(records.live(Topics.dead(party)).keySet());
            notices.parked.addAll(records.live(Topics.parked(party)).keySet());
            notices.lane(records, party, positions);
        }
        return notices;
    }

    /** The day's notices with their receivers. */
    Map<String, String> made() {
        return made;
    }

    /** Where the topics see a notice that is not at its end, or dead. */
    Optional<NoticeState> state(String id) {
        if (dead.contains(id)) {
            return Optional.of(NoticeState.DEAD);
        }
        return parked.contains(id) || onLane.contains(id) ? Optional.of(NoticeState.WAITING) : Optional.empty();
    }

    private void lane(KeptRecords records, String party, Map<TopicPartition, OffsetAndMetadata> positions) {
        Map<Integer, LedgerEntry> finished = new HashMap<>();
        records.each(
                List.of(Topics.ledger(party)), entry -> finished.put(entry.partition(), LedgerEntry.of(entry.value())));
        records.each(List.of(Topics.lane(party)), record -> {
            OffsetAndMetadata position = positions.get(new TopicPartition(record.topic(), record.partition()));
            LedgerEntry ledger = finished.getOrDefault(record.partition(), LedgerEntry.NOTHING);
            boolean below = position != null && record.offset() < position.offset();
            boolean above = record.offset() < ledger.upTo() && !ledger.open().contains(record.offset());
            if (!below && !above) {
                id(record).ifPresent(onLane::add);
            }
        });
    }

    private static Optional<String> id(ConsumerRecord<byte[], byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader(ID))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
