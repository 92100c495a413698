package eu.estafette.hub.router;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
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

    private final Router router;
    private @Nullable ProcessorContext<String, Outgoing> context;
    private @Nullable CaseStore cases;

    DecideProcessor(Router router) {
        this.router = router;
    }

    /** Also called when a task comes back after an aborted transaction, its store restored. */
    @Override
    public void init(ProcessorContext<String, Outgoing> taskContext) {
        context = taskContext;
        cases = new CaseStore(new StreamsCaseEntries(taskContext.getStateStore(STORE)));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        ProcessorContext<String, Outgoing> task = Objects.requireNonNull(context);
        RecordMetadata place = task.recordMetadata().orElseThrow();
        var incoming = new Incoming(record.key(), record.value(), record.headers(), place.partition(), place.offset());
        router.route(Objects.requireNonNull(cases), incoming)
                .forEach(outgoing ->
                        task.forward(new Record<>(outgoing.key(), outgoing, record.timestamp(), outgoing.headers())));
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
        public void put(Map<String, byte[]> changes) {
            changes.forEach(store::put);
        }
    }
}
