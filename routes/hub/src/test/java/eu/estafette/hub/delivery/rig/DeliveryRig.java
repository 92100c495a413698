package eu.estafette.hub.delivery.rig;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Recall;
import eu.estafette.hub.delivery.DeliveryPorts;
import eu.estafette.hub.delivery.DeliverySettings;
import eu.estafette.hub.delivery.DeliveryWorker;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Parties with their topics on a real broker, partners that do as told, and as many delivery workers as a test wants. */
public final class DeliveryRig implements AutoCloseable {

    public final FakePartner partner = new FakePartner();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** The hub's clock, which a test may put forward. */
    public final MovableClock clock = new MovableClock();

    private final TestBroker broker;
    private final PartyRegistry registry;
    private final Map<String, String> settings = new HashMap<>();
    private final List<DeliveryWorker> workers = new ArrayList<>();
    private final Producer<byte[], byte[]> producer;

    public DeliveryRig(TestBroker broker, int window, String... parties) throws Exception {
        this(broker, Parties.registry(List.of(parties), window), parties);
    }

    /** A party that comes to look. */
    public static DeliveryRig withMailbox(TestBroker broker, String party) throws Exception {
        return new DeliveryRig(broker, Parties.withMailbox(party), party);
    }

    public static DeliveryRig of(TestBroker broker, Party... parties) throws Exception {
        return new DeliveryRig(
                broker,
                new PartyRegistry(List.of(parties)),
                Arrays.stream(parties).map(party -> party.id().value()).toArray(String[]::new));
    }

    private DeliveryRig(TestBroker broker, PartyRegistry registry, String... parties) throws Exception {
        this.broker = broker;
        this.registry = registry;
        int partitions =
                registry.all().stream().mapToInt(Party::partitions).max().orElseThrow();
        broker.createTopicsOf(List.of(parties), partitions);
        // lanes of tests before must not be taken for ours: each rig is a group of its own
        settings.put("group-id", "delivery-of-" + parties[0]);
        settings.put("transactional-id", "delivery-of-" + parties[0]);
        settings.put("first-back-off", "PT0.05S");
        settings.put("longest-back-off", "PT0.2S");
        settings.put("between-tries", "PT0.05S");
        producer = broker.producer("router-of-" + parties[0]);
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
        return started(new DeliveryWorker(settings(), ports()));
    }

    /** A worker that the test made, of these settings and ports. */
    public DeliveryWorker started(DeliveryWorker worker) {
        workers.add(worker);
        worker.start();
        return worker;
    }

    public DeliverySettings settings() {
        return SettingsOf.map(settings);
    }

    public DeliveryPorts ports() {
        return new DeliveryPorts(
                broker.connection(),
                OwnEncoding.notices(),
                OwnEncoding.commands(),
                new OwnEncoding(),
                registry,
                Notices.TOKENS,
                partner,
                clock,
                new Random(20260302),
                meters);
    }

    /** Puts notices on their lanes as the router does: in one transaction. */
    public void send(Notice... notices) {
        producer.beginTransaction();
        for (Notice notice : notices) {
            producer.send(onLane(notice));
        }
        producer.commitTransaction();
    }

    /** Asks notices back as the router does. */
    public void recall(Notice... notices) {
        producer.beginTransaction();
        for (Notice notice : notices) {
            producer.send(recallOf(notice));
        }
        producer.commitTransaction();
    }

    /** Tells the lane's owner to do something, as the desk does. */
    public void command(LaneCommand command) {
        sendRaw(new ProducerRecord<>(
                Topics.commands(command.getParty()),
                command.getCommandId().getBytes(StandardCharsets.UTF_8),
                new OwnEncoding().serialize("", command)));
    }

    /** What came of a command: state, and the reason where it did not end well. */
    public List<String> endOf(LaneCommand command) {
        return journal(command.getParty()).stream()
                .filter(entry -> entry.getKind().equals("COMMANDED")
                        && command.getCommandId().equals(entry.getCommand()))
                .map(entry -> entry.getState() + (entry.getReason() == null ? "" : " " + entry.getReason()))
                .toList();
    }

    /** Sent and asked back at once: whoever sees the one can see the other. */
    public void sendAndRecall(Notice notice) {
        producer.beginTransaction();
        producer.send(onLane(notice));
        producer.send(recallOf(notice));
        producer.commitTransaction();
    }

    public static ProducerRecord<byte[], byte[]> recallOf(Notice notice) {
        byte[] recall = new OwnEncoding()
                .serialize(
                        "",
                        new Recall(
                                notice.getNoticeId(),
                                notice.getCaseId(),
                                notice.getCaseRef(),
                                notice.getParty(),
                                notice.getCreatedAt(),
                                "event"));
        return new ProducerRecord<>(
                Topics.recall(notice.getParty()), 0, notice.getNoticeId().getBytes(StandardCharsets.UTF_8), recall);
    }

    private static ProducerRecord<byte[], byte[]> onLane(Notice notice) {
        return new ProducerRecord<>(
                Topics.lane(notice.getParty()),
                notice.getCaseId().getBytes(StandardCharsets.UTF_8),
                new OwnEncoding().serialize("", notice));
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

    /** The same, but all of a case lies together on the lane, so that only the delivery keeps its notices apart. */
    public void sendCaseByCase(String party, int cases, int perCase) {
        for (int one = 1; one <= cases; one++) {
            String caseId = "C" + one;
            send(IntStream.rangeClosed(1, perCase)
                    .mapToObj(number -> Notices.notice(party, caseId, number))
                    .toArray(Notice[]::new));
        }
    }

    /** What a router leaves behind that failed before it could commit. */
    public void sendAndAbort(Notice notice) throws Exception {
        producer.beginTransaction();
        producer.send(onLane(notice)).get();
        producer.abortTransaction();
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

    /** What lies on a compacted topic: the last value of each key, in the order of their offsets. */
    public List<ConsumerRecord<byte[], byte[]>> standing(String topic) {
        Map<String, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            last.remove(key);
            if (record.value() != null) {
                last.put(key, record);
            }
        }
        return List.copyOf(last.values());
    }

    /** Ids of the notices that are parked, in the order of their moving there. */
    public List<String> parked(String party) {
        return keys(Topics.parked(party));
    }

    /** Keys that stand on a compacted topic. */
    public List<String> keys(String topic) {
        return standing(topic).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What the journal tells of a notice: kind and reason. */
    public List<String> told(Notice notice) {
        return journal(notice.getParty()).stream()
                .filter(entry -> !entry.getNotices().isEmpty())
                .filter(entry -> entry.getNotices().getFirst().getNoticeId().equals(notice.getNoticeId()))
                .map(entry -> entry.getKind() + (entry.getReason() == null ? "" : " " + entry.getReason()))
                .toList();
    }

    /** All that is committed on a topic, from its beginning. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        return broker.read(topic);
    }

    /** Where the group goes on with a party's lane. */
    public long committed(String party) throws Exception {
        return broker.committed(groupId(), new TopicPartition(Topics.lane(party), 0));
    }

    /** So many notices are delivered, and each has its receipt and its journal entry once. */
    public void assertEachOnce(String party, int notices) {
        assertThat(receipts(party))
                .extracting(CaseEvent::getBusinessKey)
                .hasSize(notices)
                .doesNotHaveDuplicates();
        assertThat(journal(party))
                .extracting(JournalEntry::getKind)
                .hasSize(notices)
                .containsOnly("DELIVERED");
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
