package eu.estafette.hub.router;

import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The router's topology without a broker; remembers all that was done with it, and all that came of it. */
final class DrivenRouter implements AutoCloseable {

    /**
     * Something that was done: an event was sent, or time was let pass.
     *
     * @param at       what the hub's clock said
     * @param key      null where time passed
     * @param journaled how many journal entries there were when all was done that follows
     */
    record Step(Instant at, @Nullable String key, byte @Nullable [] value, Headers headers, int journaled) {}

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> events;
    private final Map<String, List<TestRecord<String, byte[]>>> all = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private boolean stands;

    /** @param router that asks this clock */
    DrivenRouter(Function<InstantSource, Router> router) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, RouterSettings.APPLICATION_ID);
        driver = new TopologyTestDriver(RouterTopology.of(router.apply(() -> now), new DueWatch()), settings);
        events = driver.createInputTopic(Topics.EVENTS, new StringSerializer(), new ByteArraySerializer());
    }

    /** When the next event is sent: each a second later than the one before, so that what is journaled has its order. */
    Instant next() {
        return stands ? now : now.plusSeconds(1);
    }

    /** Until further notice all happens in one moment, or no longer. */
    void timeStands(boolean standing) {
        now = next();
        stands = standing;
    }

    void send(String key, byte[] value, Headers headers) {
        now = next();
        events.pipeInput(new TestRecord<>(key, value, new RecordHeaders(headers.toArray())));
        done(key, value, headers);
    }

    /** Lets time pass; what is due by then is raised and decided, and what falls due by that. */
    void passTo(Instant time) {
        now = time;
        driver.advanceWallClockTime(Duration.ofMillis(200));
        driver.advanceWallClockTime(Duration.ofMillis(200));
        done(null, null, new RecordHeaders());
    }

    private void done(@Nullable String key, byte @Nullable [] value, Headers headers) {
        steps.add(new Step(now, key, value, headers, all(Topics.JOURNAL).size()));
    }

    /** Those that nobody has read yet. */
    List<TestRecord<String, byte[]>> records(String topic) {
        List<TestRecord<String, byte[]>> unread = driver.createOutputTopic(
                        topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        all.computeIfAbsent(topic, any -> new ArrayList<>()).addAll(unread);
        return unread;
    }

    /** From the beginning. */
    List<TestRecord<String, byte[]>> all(String topic) {
        records(topic);
        return all.getOrDefault(topic, List.of());
    }

    /** Every topic it wrote to. */
    Set<String> topics() {
        return driver.producedTopicNames();
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Keys of what is stored. */
    List<String> stored() {
        List<String> keys = new ArrayList<>();
        try (var entries =
                driver.<String, byte[]>getKeyValueStore(DecideProcessor.STORE).all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                keys.add(entry.key);
            }
        }
        return keys;
    }

    @Override
    public void close() {
        driver.close();
    }
}
