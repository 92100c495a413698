package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.rig.Waiting.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is known of recalls before calls start, and what is not. */
class RecallReaderTest {

    private static final TopicPartition COACH = new TopicPartition(Topics.recall("coach"), 0);
    private static final TopicPartition WELFARE = new TopicPartition(Topics.recall("welfare"), 0);

    private final TestTime time = new TestTime();
    private final LanePartition coach = lane("coach");
    private final LanePartition welfare = lane("welfare");
    private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(COACH, 0L, WELFARE, 0L));
    private final List<MockConsumer<byte[], byte[]>> consumers = new ArrayList<>();
    private final RecallReader recalls = new RecallReader(this::consumer, this::ends);
    private boolean away;

    @Test
    void aLaneIsKnownOnceItsRecallsAreReadToTheirEnd() {
        // Given
        recalls.follow(List.of(coach, welfare));
        recalls.readToEnd(List.of(coach, welfare));
        ends.put(COACH, 2L);

        // When, Then: one stands there, and is not committed yet
        assertThat(recalls.readToEnd(List.of(coach, welfare))).containsExactly(welfare);
        assertThat(recalls.isBehind()).isTrue();

        // When
        add(0, "N1", new byte[] {1});
        add(1, "N2", new byte[] {1});

        // Then
        assertThat(recalls.readToEnd(List.of(coach))).containsExactly(coach);
        assertThat(recalls.isBehind()).isFalse();
        assertThat(coach.isRecalled("N1")).isTrue();
        assertThat(welfare.isRecalled("N1")).isFalse();
    }

    @Test
    void whatIsResolvedIsForgotten() {
        // Given
        recalls.follow(List.of(coach));
        recalls.readToEnd(List.of(coach));
        add(0, "N1", new byte[] {1});
        add(1, "N1", null);
        ends.put(COACH, 2L);

        // When
        recalls.readToEnd(List.of(coach));

        // Then
        assertThat(coach.isRecalled("N1")).isFalse();
    }

    @Test
    void aLaneThatComesBackReadsFromTheBeginning() {
        // Given
        recalls.follow(List.of(coach));
        recalls.readToEnd(List.of(coach));
        add(0, "N1", new byte[] {1});
        ends.put(COACH, 1L);
        recalls.readToEnd(List.of(coach));

        // When
        LanePartition again = lane("coach");
        recalls.follow(List.of());
        recalls.follow(List.of(again));

        // Then: until it is read anew
        assertThat(consumers.getLast().position(COACH)).isZero();
        add(0, "N1", new byte[] {1});
        assertThat(recalls.readToEnd(List.of(again))).containsExactly(again);
        assertThat(again.isRecalled("N1")).isTrue();
    }

    @Test
    void whereKafkaDoesNotTellWhereAPartitionEndsNoCallStarts() {
        // Given
        recalls.follow(List.of(coach, welfare));
        ends.remove(COACH);

        // When, Then
        assertThat(recalls.readToEnd(List.of(coach, welfare))).containsExactly(welfare);

        // When: it tells nothing at all
        away = true;
        assertThat(recalls.readToEnd(List.of(welfare))).isEmpty();
        away = false;

        // Then: it is asked again, by a reader that begins anew
        until(() -> recalls.readToEnd(List.of(welfare)).contains(welfare));
        assertThat(consumers).hasSize(2);
        assertThat(consumers.getFirst().closed()).isTrue();
    }

    private void add(long offset, String noticeId, byte @Nullable [] value) {
        consumers.getLast().addRecord(new ConsumerRecord<>(COACH.topic(), 0, offset, noticeId.getBytes(UTF_8), value));
    }

    private LanePartition lane(String party) {
        return new LanePartition(new TopicPartition(Topics.lane(party), 0), time.clocks());
    }

    private MockConsumer<byte[], byte[]> consumer() {
        var consumer = new MockConsumer<byte[], byte[]>("none");
        consumer.updateBeginningOffsets(Map.of(COACH, 0L, WELFARE, 0L));
        consumers.add(consumer);
        return consumer;
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> asked) {
        if (away) {
            throw new KafkaException("away");
        }
        Map<TopicPartition, Long> known = new HashMap<>(ends);
        known.keySet().retainAll(asked);
        return known;
    }
}
