package eu.estafette.hub.router;

import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.topics.Partitions;
import eu.estafette.schemas.Topics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.state.Stores;

/** One input topic, one decision function, one way out. */
public final class RouterTopology {

    private RouterTopology() {}

    public static Topology of(Router router, DueWatch watch) {
        return new Topology()
                .addSource(
                        AutoOffsetReset.none(),
                        "events",
                        new StringDeserializer(),
                        Serdes.ByteArray().deserializer(),
                        Topics.EVENTS)
                .addProcessor("decide", () -> new DecideProcessor(router, watch), "events")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.inMemoryKeyValueStore(DecideProcessor.STORE),
                                        Serdes.String(),
                                        Serdes.ByteArray())
                                .withLoggingEnabled(Map.of()),
                        "decide")
                .addSink(
                        "out",
                        (String key, Outgoing outgoing, RecordContext context) -> outgoing.topic(),
                        new StringSerializer(),
                        (String topic, Outgoing outgoing) -> outgoing.value(),
                        (String topic, String key, Outgoing outgoing, int partitions) ->
                                outgoing.beside().map(other -> Set.of(Partitions.of(other, partitions))),
                        "decide");
    }
}
