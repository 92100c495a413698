package eu.estafette.hub.sealing;

import static org.awaitility.Awaitility.await;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.seal.JournalKey;
import eu.estafette.schemas.seal.JournalVerification;
import eu.estafette.schemas.seal.PartitionVerdict;
import eu.estafette.schemas.seal.SealFault;
import eu.estafette.schemas.seal.VerifyingKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

/** A journal on a real broker, with whoever seals it, and whoever would like to change it unseen: by making its topics anew. */
final class SealedJournal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 6;
    private static final String GROUP = "sealing";

    static final Deserializer<SpecificRecord> SEALS = (topic, bytes) -> OwnEncoding.seal(bytes);

    private final TestBroker broker;
    private final JournalKey key;

    SealedJournal(JournalKey key) throws Exception {
        this.broker = new TestBroker();
        this.key = key;
        make(Topics.JOURNAL_SEALS);
    }

    SealingFlow sealer() {
        var settings = new SealingSettings(Duration.ofMillis(200), GROUP);
        return new SealingFlow(
                settings,
                new SealingClients(broker.connection(), settings.groupId()),
                new OwnEncoding(),
                SEALS,
                key,
                new SealingMeters(new SimpleMeterRegistry()));
    }

    /** A membership whose producer does what the test wants of it at one of its calls, in place of the call or around it. */
    SealingSession sessionWith(String method, InsteadOf instead) {
        var clients = new SealingClients(broker.connection(), GROUP);
        Producer<byte[], byte[]> producer = clients.producer();
        InvocationHandler handler = (proxy, called, arguments) -> {
            try {
                return called.getName().equals(method)
                        ? instead.run(() -> called.invoke(producer, arguments))
                        : called.invoke(producer, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        @SuppressWarnings("unchecked")
        var watched = (Producer<byte[], byte[]>)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Producer.class}, handler);
        return new SealingSession(
                clients.member(),
                watched,
                new OwnEncoding(),
                new ChainEnds(clients::reader, SEALS),
                key,
                new SealingMeters(new SimpleMeterRegistry()));
    }

    void forgetPositions() throws Exception {
        broker.admin().deleteConsumerGroups(List.of(GROUP)).all().get();
    }

    /** What happens where the call would have. */
    interface InsteadOf {
        Object run(Callable<Object> call) throws Exception;
    }

    /** Takes all partitions from whoever has them, without their knowing. */
    void expelAll() throws Exception {
        broker.expelAll(GROUP);
    }

    /** Entries {@code from..to} of partition 0. */
    void write(int from, int to) {
        produce(IntStream.rangeClosed(from, to)
                .mapToObj(n -> new ProducerRecord<>(Topics.JOURNAL, 0, bytes("case"), bytes("entry " + n)))
                .toList());
    }

    void writeAborted() {
        try (var producer = broker.producer("aborting")) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(Topics.JOURNAL, 0, bytes("case"), bytes("never")));
            producer.flush();
            producer.abortTransaction();
        }
    }

    void awaitSealed(long records) {
        await().atMost(PATIENCE)
                .until(() -> seals().stream().mapToLong(JournalSeal::getRecords).sum() >= records);
    }

    List<JournalSeal> seals() {
        return broker.read(Topics.JOURNAL_SEALS).stream()
                .filter(record -> record.partition() == 0)
                .map(record -> (JournalSeal) SEALS.deserialize(record.topic(), record.value()))
                .toList();
    }

    /** Deletes a topic and makes it again with other records: what whoever governs the cluster can do. */
    void rewrite(String topic, UnaryOperator<List<ConsumerRecord<byte[], byte[]>>> change) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> changed = change.apply(new ArrayList<>(broker.read(topic)));
        broker.admin().deleteTopics(List.of(topic)).all().get();
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(Exception.class).until(() -> {
            make(topic);
            return true;
        });
        produce(changed.stream()
                .map(record -> new ProducerRecord<>(
                        topic, record.partition(), record.timestamp(), record.key(), record.value(), record.headers()))
                .toList());
    }

    void deleteUpTo(long offset) throws Exception {
        broker.admin()
                .deleteRecords(Map.of(
                        new TopicPartition(Topics.JOURNAL, 0), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    PartitionVerdict verify(Instant now, JournalKey believed) {
        var keys = new VerifyingKeys(List.of(believed.publicKey()));
        return new JournalVerification(
                        () -> new SealingClients(broker.connection(), "unused").reader(), SEALS, keys, now)
                .run()
                .getFirst();
    }

    List<SealFault.Kind> faults() {
        return verify(Instant.now(), key).faults().stream().map(SealFault::kind).toList();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void produce(List<ProducerRecord<byte[], byte[]>> records) {
        var serializer = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(broker.connection(), serializer, serializer)) {
            records.forEach(producer::send);
        }
    }

    private void make(String topic) throws Exception {
        broker.admin()
                .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                .all()
                .get();
    }

    @Override
    public void close() throws Exception {
        broker.close();
    }
}
