package eu.estafette.hub.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients as the delivery needs them. Every setting here is part of a promise; those of the connection come from outside. */
final class DeliveryClients {

    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    /** How long a call of Kafka may hold the poll thread; with some of them in a row still under the limit between two polls. */
    private static final int BLOCKED_AT_MOST_MILLIS = 5_000;

    private static final int BETWEEN_POLLS_AT_MOST_MILLIS = 60_000;

    /** A notice that is larger comes all the same. */
    private static final int FETCHED_OF_A_SHELF_BYTES = 64 * 1024;

    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 2_000;

    /** What a killed hub left open holds up its readers for no longer than this. */
    private static final int TRANSACTION_MILLIS = 5_000;

    private final DeliverySettings settings;
    private final Map<String, Object> connection;

    /** @param connection bootstrap servers, and what is needed to reach them */
    DeliveryClients(DeliverySettings settings, Map<String, Object> connection) {
        this.settings = settings;
        this.connection = Map.copyOf(connection);
    }

    /** The member of the group. Cooperative, so that a rebalance stops only the lanes that move. */
    Consumer<byte[], byte[]> lanes() {
        Map<String, Object> config = reading();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, BETWEEN_POLLS_AT_MOST_MILLIS);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.readAhead());
        return new KafkaConsumer<>(config, READ, READ);
    }

    /** A reader of what is kept beside the lanes, in no group. */
    Consumer<byte[], byte[]> readers() {
        return new KafkaConsumer<>(reading(), READ, READ);
    }

    /** A reader of single notices that were set aside, of which one is seldom where the last one was. */
    Consumer<byte[], byte[]> shelves() {
        Map<String, Object> config = reading();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_OF_A_SHELF_BYTES);
        return new KafkaConsumer<>(config, READ, READ);
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.transactionalId());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED_AT_MOST_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, BLOCKED_AT_MOST_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, BLOCKED_AT_MOST_MILLIS);
        return new KafkaProducer<>(config, WRITE, WRITE);
    }

    Admin admin() {
        return Admin.create(connection);
    }

    /** Never resets a position by itself: a lane either goes on where it was, or stands still and says so. */
    private Map<String, Object> reading() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BLOCKED_AT_MOST_MILLIS);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, BLOCKED_AT_MOST_MILLIS);
        return config;
    }
}
