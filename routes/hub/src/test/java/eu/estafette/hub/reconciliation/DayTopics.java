package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.ReconciliationReport;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.seal.JournalKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A hub's topics on a real broker, and what reads and writes them. */
final class DayTopics implements AutoCloseable {

    private static final Map<String, Schema> VALUES = Map.of(
            Topics.EVENTS, CaseEvent.getClassSchema(),
            Topics.JOURNAL, JournalEntry.getClassSchema(),
            Topics.NOTICES, Notice.getClassSchema(),
            Topics.RECONCILIATIONS, ReconciliationReport.getClassSchema());

    private static final Deserializer<SpecificRecord> MESSAGES =
            (topic, bytes) -> OwnEncoding.decode(Objects.requireNonNull(VALUES.get(topic)), bytes);

    private final OwnEncoding encoding = new OwnEncoding();
    private final TestBroker broker = new TestBroker();
    private final KafkaProducer<byte[], byte[]> producer;

    DayTopics() throws Exception {
        producer = new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer());
        make(Topics.NOTICES, "compact");
        make(Topics.INVALID, "compact");
        make(Topics.RECONCILIATIONS, "delete");
        make(Topics.lane("coach"), "delete");
        make(Topics.ledger("coach"), "delete");
        make(Topics.dead("coach"), "compact");
        make(Topics.parked("coach"), "compact");
    }

    Reconciliation.Outcome reconcile(CountedDay day) {
        return reconciliation().of(day);
    }

    private Reconciliation reconciliation() {
        return new Reconciliation(
                new ClusterFacts(broker.admin()),
                new KeptRecords(broker.connection()),
                MESSAGES,
                new PayloadCodec(Contracts.shipped()),
                List.of("coach"),
                "router",
                "delivery");
    }

    DailyReports daily(Reports reports) {
        return new DailyReports(reconciliation(), reports, InstantSource.system(), new SimpleMeterRegistry());
    }

    Reports reports(JournalKey key) {
        return new Reports(broker.connection(), encoding, MESSAGES, key);
    }

    /** Begins to write something as the writer of reports and gets no further, until somebody asks it to. */
    Producer<byte[], byte[]> writerThatWasCutOff() throws Exception {
        Producer<byte[], byte[]> cutOff = broker.producer("estafette-reconciliation");
        cutOff.beginTransaction();
        cutOff.send(new ProducerRecord<>(Topics.RECONCILIATIONS, 0, bytes("day"), bytes("half")))
                .get();
        return cutOff;
    }

    void put(String topic, String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, 0, bytes(key), value)).get();
    }

    void put(String topic, String key, SpecificRecord value) throws Exception {
        put(topic, key, encoding.serialize(topic, value));
    }

    /** @return its offset */
    long send(ProducerRecord<byte[], byte[]> record) throws Exception {
        return producer.send(record).get().offset();
    }

    byte[] encode(SpecificRecord value) {
        return encoding.serialize("", value);
    }

    void commit(String group, String topic, long offset) throws Exception {
        broker.admin()
                .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private void make(String topic, String policy) throws Exception {
        broker.admin()
                .createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("cleanup.policy", policy))))
                .all()
                .get();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        producer.close();
        broker.close();
    }
}
