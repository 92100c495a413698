package eu.estafette.hub.router;

import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseEntries;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Runs the router inside Kafka Streams: store, outputs and offset of an event are one transaction. */
final class DecideProcessor implements Processor<String, byte[], String, Outgoing> {

    static final String STORE = "cases";

    /** Design section 6, Time: wall-clock, and what is due is read off the hub's time. */
    private static final Duration LOOK_FOR_DUE = Duration.ofMillis(200);

    private static final byte[] NOTHING = {};

    private final Router router;
    private final DueWatch watch;
    private @Nullable ProcessorContext<String, Outgoing> context;
    private @Nullable CaseStore cases;
    private @Nullable PartitionWatch watched;

    DecideProcessor(Router router, DueWatch watch) {
        this.router = router;
        this.watch = watch;
    }

    /** Also called when a task comes back after an aborted transaction, its store restored. */
    @Override
    public void init(ProcessorContext<String, Outgoing> taskContext) {
        context = taskContext;
        cases = router.open(new StreamsCaseEntries(taskContext.getStateStore(STORE)));
        taskContext.schedule(LOOK_FOR_DUE, PunctuationType.WALL_CLOCK_TIME, this::raiseDue);
        watched = new PartitionWatch(watch, taskContext.taskId().partition());
        watched.next(cases.nextDue());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordMetadata place = task().recordMetadata().orElseThrow();
        // nobody sends a record without key or value, but whoever can write to the topic could stop the router with one
        String key = Objects.requireNonNullElse(record.key(), "");
        byte[] value = Objects.requireNonNullElse(record.value(), NOTHING);
        var incoming = new Incoming(key, value, record.headers(), place.partition(), place.offset());
        List<Outgoing> outgoing = router.route(cases(), incoming);
        forward(outgoing, record.timestamp());
        // what goes on to another key is not routed yet
        if (outgoing.stream()
                .noneMatch(
                        sent -> sent.value() == incoming.value() && sent.topic().equals(Topics.EVENTS))) {
            watched().routed(record.headers());
        }
        watched().next(cases().nextDue());
    }

    private void raiseDue(long timestamp) {
        List<Outgoing> raised = router.raiseDue(cases());
        // what is no event is not waited for
        raised.stream().filter(sent -> sent.topic().equals(Topics.EVENTS)).forEach(event -> watched()
                .raised(event.headers()));
        forward(raised, timestamp);
        watched().next(cases().nextDue());
    }

    private void forward(List<Outgoing> all, long timestamp) {
        for (Outgoing outgoing : all) {
            task().forward(new Record<>(outgoing.key(), outgoing, timestamp, outgoing.headers()));
        }
    }

    @Override
    public void close() {
        watched().left();
    }

    private ProcessorContext<String, Outgoing> task() {
        return Objects.requireNonNull(context);
    }

    private CaseStore cases() {
        return Objects.requireNonNull(cases);
    }

    private PartitionWatch watched() {
        return Objects.requireNonNull(watched);
    }

    /** The cases of the partition that this task owns. */
    private record StreamsCaseEntries(KeyValueStore<String, byte[]> store) implements CaseEntries {

        private static final StringSerializer KEYS = new StringSerializer();

        @Override
        public void scan(String prefix, Consumer<byte[]> entry) {
            try (KeyValueIterator<String, byte[]> found = store.prefixScan(prefix, KEYS)) {
                found.forEachRemaining(keyValue -> entry.accept(keyValue.value));
            }
        }

        @Override
        public void each(BiConsumer<String, byte[]> entry) {
            try (KeyValueIterator<String, byte[]> all = store.all()) {
                while (all.hasNext()) {
                    KeyValue<String, byte[]> found = all.next();
                    entry.accept(found.key, found.value);
                }
            }
        }

        @Override
        public void put(Map<String, byte @Nullable []> changes) {
            changes.forEach(store::put);
        }
    }
}
