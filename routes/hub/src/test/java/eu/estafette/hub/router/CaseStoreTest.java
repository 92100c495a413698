package eu.estafette.hub.router;

import static eu.estafette.hub.router.InformingDecision.AVRO;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class CaseStoreTest {

    private final InformingDecision decision = new InformingDecision();
    private final DecideProcessor processor = new DecideProcessor(decision.router(), new DueWatch());

    @Test
    void aCaseGoesOnFromItsEntriesAfterARestart() {
        // Given
        KeyValueStore<String, byte[]> entries = entries();
        processed("e1", entries);

        // When: another processor over the same entries
        var restarted = new DecideProcessor(decision.router(), new DueWatch());
        Notice next = processed(restarted, "e2", entries);

        // Then
        assertThat(next.getSequence()).isEqualTo(2);
    }

    @Test
    void whatAnAbortedTransactionDecidedIsForgotten() {
        // Given
        processed("e1", entries());

        // When: the task comes back with its store as it was before
        Notice again = processed("e1", entries());

        // Then
        assertThat(again.getSequence()).isEqualTo(1);
    }

    private Notice processed(String event, KeyValueStore<String, byte[]> entries) {
        return processed(processor, event, entries);
    }

    /** The notice that an event gives on a task that was just initialised. */
    private Notice processed(DecideProcessor task, String event, KeyValueStore<String, byte[]> entries) {
        var context = new MockProcessorContext<String, Outgoing>(new Properties());
        context.addStateStore(entries);
        context.setRecordMetadata(Topics.EVENTS, 0, 0);
        task.init(context);
        byte[] value = AVRO.serialize(Topics.EVENTS, decision.event(event));
        task.process(new Record<>(decision.subject().hex(), value, 0, new RecordHeaders()));
        List<Outgoing> sent = context.forwarded().stream()
                .<Outgoing>map(forwarded -> forwarded.record().value())
                .filter(outgoing -> outgoing.topic().equals(Topics.NOTICES))
                .toList();
        assertThat(sent).hasSize(1);
        return (Notice) AVRO.deserialize(
                Topics.NOTICES, Objects.requireNonNull(sent.getFirst().value()));
    }

    private static KeyValueStore<String, byte[]> entries() {
        KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(DecideProcessor.STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        var context = new MockProcessorContext<String, Outgoing>(new Properties());
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
