package eu.estafette.hub.polling;

import eu.estafette.hub.group.GroupClients;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients as polling needs them. */
class PollingClients {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final String COMPRESSION = "lz4";

    private final Map<String, Object> connection;
    private final GroupClients group;

    PollingClients(Map<String, Object> connection, String groupId) {
        this.connection = Map.copyOf(connection);
        group = new GroupClients(connection, groupId);
    }

    /** The member of the group. Its topic is empty: only the assignment counts. */
    Consumer<byte[], byte[]> member() {
        return group.member("earliest");
    }

    Consumer<byte[], byte[]> reader() {
        return group.reader();
    }

    /** For one poller in one process. */
    String transactionalId() {
        return group.transactionalId();
    }

    Producer<byte[], byte[]> producer(String transactionalId) {
        return group.producer(
                transactionalId,
                Map.of(
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        COMPRESSION));
    }

    /** For what must be durable before an event refers to it, and may be kept twice. */
    Producer<byte[], byte[]> originals() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        var bytes = new ByteArraySerializer();
        return new KafkaProducer<>(config, bytes, bytes);
    }
}
