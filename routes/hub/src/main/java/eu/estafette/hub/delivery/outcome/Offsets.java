package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.parking.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Where notices lie that were just set aside. */
public final class Offsets {

    /** What was written is known, but not where. */
    static final Offsets UNKNOWN = new Offsets(Map.of());

    private final Map<String, Long> byPlace;

    private Offsets(Map<String, Long> byPlace) {
        this.byPlace = byPlace;
    }

    /** @param places of the records, in the same order */
    static Offsets of(List<ProducerRecord<byte[], byte[]>> records, List<RecordMetadata> places) {
        Map<String, Long> byPlace = new HashMap<>();
        for (int one = 0; one < records.size(); one++) {
            ProducerRecord<byte[], byte[]> record = records.get(one);
            if (record.value() != null && places.get(one).hasOffset()) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                byPlace.put(place(record.topic(), key), places.get(one).offset());
            }
        }
        return new Offsets(byPlace);
    }

    /** Its offset, or one before it. */
    long of(Shelf shelf, String party, String noticeId) {
        return byPlace.getOrDefault(place(shelf.topic(party), noticeId), 0L);
    }

    private static String place(String topic, String key) {
        return topic + "/" + key;
    }
}
