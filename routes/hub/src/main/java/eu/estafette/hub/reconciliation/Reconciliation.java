package eu.estafette.hub.reconciliation;

import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Computes both equations of P1 from the topics, and shares no code with the read model that the desk counts in. The topics are read one
 * after the other while the hub works; what differs only because of that differs no more a moment later, and is no difference.
 */
final class Reconciliation {

    private static final int PASSES = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final ClusterFacts cluster;
    private final KeptRecords records;
    private final Deserializer<SpecificRecord> messages;
    private final PayloadCodec payloads;
    private final List<String> parties;
    private final String routerGroup;
    private final String deliveryGroup;

    /** @param parties that have lanes */
    Reconciliation(
            ClusterFacts cluster,
            KeptRecords records,
            Deserializer<SpecificRecord> messages,
            PayloadCodec payloads,
            Collection<String> parties,
            String routerGroup,
            String deliveryGroup) {
        this.cluster = cluster;
        this.records = records;
        this.messages = messages;
        this.payloads = payloads;
        this.parties = List.copyOf(parties);
        this.routerGroup = routerGroup;
        this.deliveryGroup = deliveryGroup;
    }

    /**
     * The sums of a day as of now, and what does not add up however often it is looked at.
     *
     * @throws KafkaException if Kafka does not answer
     */
    Outcome of(CountedDay day) {
        Reckoning last = reckon(day);
        Set<Difference> lasting = new HashSet<>(last.differences());
        for (int pass = 1; pass < PASSES && !lasting.isEmpty(); pass++) {
            pause();
            last = reckon(day);
            lasting.retainAll(last.differences());
        }
        last.differences().stream()
                .filter(difference -> !lasting.contains(difference))
                .forEach(last::passing);
        return new Outcome(
                last, last.differences().stream().filter(lasting::contains).toList());
    }

    /** @param differences that stayed */
    record Outcome(Reckoning reckoning, List<Difference> differences) {}

    /** What is named first is read first: a notice that was made is on its lane or further, and the journal knows all of it. */
    private Reckoning reckon(CountedDay day) {
        TopicNotices notices = TopicNotices.read(records, cluster, day, messages, parties, deliveryGroup);
        TopicEvents events = TopicEvents.read(records, day, messages, payloads);
        Map<Integer, Long> routed = new HashMap<>();
        cluster.positions(routerGroup).forEach((partition, position) -> {
            if (partition.topic().equals(Topics.EVENTS)) {
                routed.put(partition.partition(), position.offset());
            }
        });
        Set<String> invalid = records.live(Topics.INVALID).keySet();
        JournalTold journal =
                JournalTold.read(records, day, messages, notices.made().keySet());
        return new Reckoning(events, invalid, routed, notices, journal);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
