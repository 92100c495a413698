package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.estafette.kit.intake.Intake.Accepted;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The producer against a real broker that goes away and comes back. */
class KafkaAwayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Gives up long before a caller does, so that a busy machine does not decide the test. */
    private static final IngestSettings SETTINGS = new IngestSettings(
            DataSize.ofMegabytes(1),
            PATIENCE,
            Duration.ofSeconds(10),
            Duration.ofMillis(3),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));

    private static final SubjectKey SUBJECT = new SubjectKey("0123456789abcdef01234567");

    private final KafkaClusterTestKit kafka;

    KafkaAwayIT() throws Exception {
        kafka = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(false)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("auto.create.topics.enable", "false")
                .build();
    }

    @BeforeEach
    void start() throws Exception {
        kafka.format();
        kafka.startup();
        kafka.waitForReadyBrokers();
        try (Admin admin = Admin.create(cluster())) {
            admin.createTopics(List.of(new NewTopic(Topics.EVENTS, 6, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() throws Exception {
        kafka.close();
    }

    @Test
    void whileKafkaIsAwayNothingIsClaimedAndAfterwardsItWorksByItself() throws Exception {
        try (var producer = IngestProducer.create(
                cluster(), SETTINGS, (topic, record) -> "event".getBytes(StandardCharsets.UTF_8))) {
            var intake = new KafkaIntake(producer);
            // Given
            Accepted first = acceptedInTheEnd(intake, "first");

            // When
            restart(() -> {
                long start = System.nanoTime();
                var lost = intake.accept(SUBJECT, Events.event("lost"));
                assertThatThrownBy(() -> lost.get(1, TimeUnit.MINUTES))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IntakeUnavailableException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            });
            Accepted second = acceptedInTheEnd(intake, "second");

            // Then
            assertThat(second.partition()).isEqualTo(first.partition());
            assertThat(idsIn(first.partition())).startsWith("first").contains("second");
        }
    }

    private static Accepted acceptedInTheEnd(KafkaIntake intake, String id) {
        List<Accepted> accepted = new ArrayList<>();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() ->
                        accepted.add(intake.accept(SUBJECT, Events.event(id)).get(1, TimeUnit.MINUTES)));
        return accepted.getFirst();
    }

    /** What happens between a broker's end and its next start. */
    private interface Meanwhile {

        void happens() throws Exception;
    }

    private void restart(Meanwhile meanwhile) throws Exception {
        var broker = kafka.brokers().values().iterator().next();
        broker.shutdown();
        broker.awaitShutdown();
        meanwhile.happens();
        broker.startup();
    }

    private List<String> idsIn(int partition) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest", "group.id", "reader");
        List<String> ids = new ArrayList<>();
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var topic = new TopicPartition(Topics.EVENTS, partition);
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            long end = java.util.Objects.requireNonNull(
                    consumer.endOffsets(List.of(topic)).get(topic));
            while (consumer.position(topic) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    ids.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8));
                }
            }
        }
        return ids;
    }

    private Map<String, Object> cluster() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
