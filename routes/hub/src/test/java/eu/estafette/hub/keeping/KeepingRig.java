package eu.estafette.hub.keeping;

import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Topics of one party on a real broker, with records as old as a test needs them. */
final class KeepingRig {

    static final Instant NOW = Instant.now();
    static final Duration OLD = Duration.ofDays(31);
    static final Duration YOUNG = Duration.ofDays(29);
    static final String ROUTER = "estafette";
    static final String DELIVERY = "estafette-delivery";

    private final TestBroker broker;
    private final KafkaProducer<byte[], byte[]> producer;

    KeepingRig(TestBroker broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The topics of a party, made as the plan says. */
    KeepingRig withParty(String party) throws Exception {
        make(Topics.lane(party), Map.of("retention.ms", "-1"));
        make(Topics.ledger(party), Map.of("retention.ms", "-1"));
        make(Topics.dead(party), Map.of("cleanup.policy", "compact"));
        make(Topics.parked(party), Map.of("cleanup.policy", "compact"));
        return this;
    }

    void make(String topic, Map<String, String> configs) throws Exception {
        broker.admin()
                .createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(configs)))
                .all()
                .get();
    }

    void write(String topic, int records, Duration age) throws Exception {
        for (int i = 0; i < records; i++) {
            put(topic, "key " + i, "value", age, Map.of());
        }
    }

    void put(String topic, String key, @Nullable String value, Duration age, Map<String, String> headers)
            throws Exception {
        var record = new ProducerRecord<>(
                topic, 0, NOW.minus(age).toEpochMilli(), bytes(key), value == null ? null : bytes(value));
        headers.forEach((name, text) -> record.headers().add(name, bytes(text)));
        producer.send(record).get();
    }

    void commit(String group, String topic, long offset) throws Exception {
        broker.admin()
                .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    /** Offsets that are still there. */
    List<Long> left(String topic) {
        return broker.read(topic).stream().map(ConsumerRecord::offset).sorted().toList();
    }

    Map<String, Long> keep(String... parties) {
        return keeper().run(List.of(parties), NOW);
    }

    Keeper keeper() {
        var settings = new KeepingSettings(
                Duration.ofHours(1),
                Duration.ofDays(30),
                Duration.ofDays(30),
                Duration.ofDays(14),
                Duration.ofDays(90));
        return new Keeper(
                new ClusterFacts(broker.admin()), new KeptRecords(broker.connection()), settings, ROUTER, DELIVERY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void close() {
        producer.close();
    }
}
