package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.delivery.rig.Waiting;
import eu.estafette.hub.router.DrivenRouter.Step;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** Routers on a real broker, one after the other or beside each other, which are to do what one did elsewhere. */
final class RouterRig implements AutoCloseable {

    private static final PlainAvro AVRO = new PlainAvro();

    /** Often and short, so that what is open for a process that is gone is soon ended. */
    private static final RouterSettings SETTINGS =
            new RouterSettings(1, Duration.ofMillis(25), Duration.ofSeconds(6), Duration.ofSeconds(2), null);

    final TestBroker broker = new TestBroker(false);
    private final Persons persons;
    private final KafkaProducer<String, byte[]> sender;
    private final KafkaConsumer<String, byte[]> reader;
    private final Written written = new Written();
    private final Map<String, String> accepted = new HashMap<>();
    private final Map<String, String> journaled = new HashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final Set<String> raised = new HashSet<>();
    private final List<Stop> stops = new ArrayList<>();
    private final List<RouterFlow> processes = new ArrayList<>();
    private int entries;
    private volatile Instant now = Instant.EPOCH;
    private final Set<Stop> replaced = new HashSet<>();
    private Iterator<Stop> successors = List.<Stop>of().iterator();
    private final Map<String, Object> clients = new HashMap<>();
    private boolean alone;

    /** @param persons who decides, and did it all before */
    RouterRig(Persons persons) throws Exception {
        this.persons = persons;
        Set<String> topics = new HashSet<>(persons.driver().topics());
        topics.addAll(List.of(Topics.EVENTS, Topics.JOURNAL));
        var made = topics.stream()
                .filter(topic -> !topic.equals(Topics.EVENTS) && !topic.equals(Topics.JOURNAL))
                .map(topic -> new NewTopic(topic, topic.equals(Topics.CASES) ? 6 : 2, (short) 1))
                .toList();
        broker.admin().createTopics(made).all().get();
        sender = new KafkaProducer<>(broker.connection(), new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> reading = new HashMap<>(broker.connection());
        reading.put("isolation.level", "read_committed");
        reading.put("auto.offset.reset", "earliest");
        reader = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
        var setup = new TopicSetup(broker.admin());
        List<TopicPartition> partitions = setup.partitionsOf(topics);
        reader.assign(partitions);
        setup.startGroup(RouterSettings.APPLICATION_ID, setup.partitionsOf(List.of(Topics.EVENTS)));
    }

    /** Processes, of which the next starts whenever one has stopped; the first does so now. */
    void start(Stop... each) throws Exception {
        successors = List.of(each).iterator();
        add(successors.next(), SETTINGS);
    }

    /** One process that nobody stands in for: where it stops it goes on as soon as Kafka has ended its transaction. */
    void startAlone(Stop only) {
        alone = true;
        add(only, SETTINGS);
    }

    /** One whose producer gives a commit up while Kafka is away, which otherwise takes a minute. */
    void startImpatient(Stop only) {
        alone = true;
        clients.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), 1_000);
        add(only, SETTINGS);
    }

    /** A process more, beside those that are there. */
    void add(Stop stop) {
        add(stop, SETTINGS);
    }

    /** A process more, beside those that are there. */
    void add(Stop stop, RouterSettings settings) {
        Map<String, Object> kafka = new HashMap<>(broker.connection());
        kafka.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        kafka.putAll(clients);
        var flow = new RouterFlow(
                persons.router(() -> now),
                new DueWatch(),
                settings,
                kafka,
                (topology, config) -> new KafkaStreams(topology, config, stop));
        stops.add(stop);
        processes.add(flow);
        flow.start();
    }

    /** Sends without waiting for what follows. */
    void sendAll(List<Step> steps) {
        for (Step step : steps) {
            now = step.at();
            send(step);
        }
    }

    /** Does the same again; what happens at one time elsewhere is sent at once here. */
    void play(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            now = step.at();
            if (step.key() != null) {
                send(step);
            }
            if (i + 1 == steps.size() || !steps.get(i + 1).at().equals(step.at())) {
                until(step.journaled());
            }
        }
    }

    /** Until so many journal entries are committed. */
    void until(int journal) {
        Waiting.until(() -> {
            succeed();
            read();
            return entries >= journal;
        });
    }

    private void succeed() throws Exception {
        for (Stop stop : List.copyOf(stops)) {
            if (!stop.isStopped() || replaced.contains(stop)) {
                continue;
            }
            if (alone && hasOpenTransaction()) {
                return;
            }
            replaced.add(stop);
            if (alone) {
                stop.close();
                return;
            }
            broker.expelAll(RouterSettings.APPLICATION_ID);
            if (successors.hasNext()) {
                add(successors.next(), SETTINGS);
            }
        }
    }

    private boolean hasOpenTransaction() throws Exception {
        return broker.admin().listTransactions().all().get().stream()
                .anyMatch(one -> one.state() == TransactionState.ONGOING
                        || one.state() == TransactionState.PREPARE_ABORT
                        || one.state() == TransactionState.PREPARE_EPOCH_FENCE);
    }

    /** Wakes all that stopped, and waits until each is a member of the group again as it must. */
    void wake() {
        stops.forEach(Stop::close);
        Waiting.until(() -> broker.members(RouterSettings.APPLICATION_ID).size() == processes.size()
                && processes.stream().allMatch(one -> one.state().orElseThrow().equals(KafkaStreams.State.RUNNING)));
    }

    private void send(Step step) {
        try {
            var record = new ProducerRecord<>(Topics.EVENTS, null, step.key(), step.value(), step.headers());
            RecordMetadata place = sender.send(record).get();
            sent.add(place.partition() + "-" + place.offset());
        } catch (Exception e) {
            throw new AssertionError("not sent", e);
        }
    }

    private void read() {
        for (ConsumerRecord<String, byte[]> record : reader.poll(Duration.ofMillis(50))) {
            String place = record.partition() + "-" + record.offset();
            if (record.topic().equals(Topics.EVENTS)) {
                if (record.headers().lastHeader("ce_id") != null) {
                    accepted.put(
                            place,
                            new String(record.headers().lastHeader("ce_id").value()));
                }
                if (sent.contains(place)) {
                    continue;
                }
            }
            if (record.topic().equals(Topics.JOURNAL)) {
                var entry = (JournalEntry) AVRO.deserialize(record.topic(), record.value());
                if (Written.isOfRaised(entry) && !raised.add(entry.getEvent().getId())) {
                    continue;
                }
                entries++;
                if (entry.getEvent() != null) {
                    journaled.put(
                            entry.getEvent().getPartition() + "-"
                                    + entry.getEvent().getOffset(),
                            entry.getEvent().getId());
                }
            }
            written.add(record.topic(), record.key(), record.value(), record.headers());
        }
    }

    /** Whatever happened here, it came to the same as elsewhere: no event or notice more or less, none out of order, the same store. */
    void assertSameAs(DrivenRouter undisturbed) {
        until(undisturbed.all(Topics.JOURNAL).size());
        Waiting.until(() -> {
            read();
            return reader.endOffsets(reader.assignment()).entrySet().stream()
                    .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
        });
        assertThat(written.byTopic()).isEqualTo(Written.of(undisturbed).byTopic());
        // where the sender was told that it was accepted
        assertThat(accepted).containsAllEntriesOf(journaled);
    }

    @Override
    public void close() throws Exception {
        stops.forEach(Stop::close);
        processes.forEach(RouterFlow::stop);
        reader.close();
        sender.close();
        broker.close();
    }
}
