package eu.estafette.hub.delivery.rig;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.DeliveryPorts;
import eu.estafette.hub.delivery.DeliverySettings;
import eu.estafette.hub.delivery.DeliveryWorker;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Parties with their topics on a real broker, partners that do as told, and as many delivery workers as a test wants. */
public final class DeliveryRig implements AutoCloseable {

    public final FakePartner partner = new FakePartner();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final TestBroker broker;
    private final PartyRegistry registry;
    private final Map<String, String> settings = new HashMap<>();
    private final List<DeliveryWorker> workers = new ArrayList<>();
    private final Producer<byte[], byte[]> producer;

    public DeliveryRig(TestBroker broker, int window, String... parties) throws Exception {
        this.broker = broker;
        this.registry = Parties.registry(List.of(parties), window);
        broker.createTopicsOf(List.of(parties));
        // lanes of tests before must not be taken for ours: each rig is a group of its own
        settings.put("group-id", "delivery-of-" + parties[0]);
        settings.put("transactional-id", "delivery-of-" + parties[0]);
        settings.put("first-back-off", "PT0.05S");
        settings.put("longest-back-off", "PT0.2S");
        settings.put("between-tries", "PT0.05S");
        Map<String, Object> config = new HashMap<>(broker.connection());
        config.put("transactional.id", "router-of-" + parties[0]);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    public DeliveryRig with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    public String groupId() {
        return settings.get("group-id");
    }

    public String transactionalId() {
        return settings.get("transactional-id");
    }

    public DeliveryWorker worker() {
        DeliverySettings bound = SettingsOf.map(settings);
        var worker = new DeliveryWorker(
                bound,
                new DeliveryPorts(
                        broker.connection(),
                        OwnEncoding.notices(),
                        new OwnEncoding(),
                        registry,
                        Notices.TOKENS,
                        partner,
                        InstantSource.system(),
                        new Random(20260302),
                        meters));
        workers.add(worker);
        worker.start();
        return worker;
    }

    /** Puts notices on their lanes as the router does: in one transaction. */
    public void send(Notice... notices) {
        producer.beginTransaction();
        for (Notice notice : notices) {
            producer.send(new ProducerRecord<>(
                    Topics.lane(notice.getParty()),
                    notice.getCaseId().getBytes(StandardCharsets.UTF_8),
                    new OwnEncoding().serialize("", notice)));
        }
        producer.commitTransaction();
    }

    /** {@code perCase} notices for each of so many cases, which take turns on the lane. */
    public void send(String party, int cases, int perCase) {
        for (int sequence = 1; sequence <= perCase; sequence++) {
            int number = sequence;
            send(IntStream.rangeClosed(1, cases)
                    .mapToObj(one -> Notices.notice(party, "C" + one, number))
                    .toArray(Notice[]::new));
        }
    }

    public void sendRaw(ProducerRecord<byte[], byte[]> record) {
        producer.beginTransaction();
        producer.send(record);
        producer.commitTransaction();
    }

    /** Receipts that the party's deliveries gave. */
    public List<CaseEvent> receipts(String party) {
        return read(Topics.EVENTS).stream()
                .map(record -> OwnEncoding.<CaseEvent>decode(CaseEvent.getClassSchema(), record.value()))
                .filter(event -> event.getParty().equals(party))
                .toList();
    }

    public List<JournalEntry> journal(String party) {
        return read(Topics.JOURNAL).stream()
                .map(record -> OwnEncoding.<JournalEntry>decode(JournalEntry.getClassSchema(), record.value()))
                .filter(entry -> entry.getParty().equals(party))
                .toList();
    }

    public List<ConsumerRecord<byte[], byte[]>> dead(String party) {
        return read(Topics.dead(party));
    }

    /** All that is committed on a topic, from its beginning. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        Map<String, Object> config = new HashMap<>(broker.connection());
        config.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < end.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** Where the group goes on with a party's lane. */
    public long committed(String party) throws Exception {
        OffsetAndMetadata committed = broker.admin()
                .listConsumerGroupOffsets(groupId())
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(Topics.lane(party), 0));
        return committed == null ? -1 : committed.offset();
    }

    /** The ids of notices that were called, once for each call. */
    public <T> List<T> calls(String party, Function<FakePartner.Seen, T> part) {
        return partner.calls(party).stream().map(part).toList();
    }

    @Override
    public void close() {
        workers.forEach(DeliveryWorker::close);
        producer.close(Duration.ZERO);
    }
}
