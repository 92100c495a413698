package eu.estafette.hub.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients of one group. They read what is committed, and no position is ever reset but where a flow says so. */
public final class GroupClients {

    private static final int SESSION_MILLIS = 6_000;
    private static final int TRANSACTION_MILLIS = 5_000;

    private final Map<String, Object> connection;
    private final String groupId;

    /** @param connection bootstrap servers, and what is needed to reach them */
    public GroupClients(Map<String, Object> connection, String groupId) {
        this.connection = Map.copyOf(connection);
        this.groupId = groupId;
    }

    /**
     * A member of the group. Cooperative, so that a rebalance stops only what moves.
     *
     * @param reset where it begins if the group has no position yet: {@code none} fails
     */
    public Consumer<byte[], byte[]> member(String reset) {
        Map<String, Object> config = reading();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset);
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 3);
        return consumer(config);
    }

    /** Of no group. */
    public Consumer<byte[], byte[]> reader() {
        return consumer(reading());
    }

    /**
     * Names the transactions of somebody who works on alone: his next producer of this name waits until the last transaction of the one
     * before has ended, for good or not. Two who may work at once need two names; between them the group's generation decides.
     */
    public String transactionalId() {
        return groupId + "-" + UUID.randomUUID();
    }

    /**
     * Of transactions; an open one ends after 5 s by itself.
     *
     * @param transactionalId from {@link #transactionalId}
     * @param more            settings of the flow's own
     */
    public Producer<byte[], byte[]> producer(String transactionalId, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.putAll(more);
        var bytes = new ByteArraySerializer();
        return new KafkaProducer<>(config, bytes, bytes);
    }

    private Map<String, Object> reading() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        var bytes = new ByteArrayDeserializer();
        return new KafkaConsumer<>(config, bytes, bytes);
    }
}
