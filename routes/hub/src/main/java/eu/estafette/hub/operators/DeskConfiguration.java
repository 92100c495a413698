package eu.estafette.hub.operators;

import eu.estafette.console.desk.Desk;
import eu.estafette.hub.originals.OriginalsReader;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk writes where it is shown, so that it needs no other role. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.CONSOLE)
public class DeskConfiguration {

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int PATIENCE_MILLIS = 5_000;

    /** What a killed process left open holds up readers for no longer than this. */
    private static final int TRANSACTION_MILLIS = 10_000;

    /** Takes the topics as a parameter because nothing may be written before they are there. */
    @Bean(destroyMethod = "close")
    DeskTransactions deskTransactions(HubSettings hub, TopicSetup topics) {
        Map<String, Object> settings = settings(hub.kafka().clients());
        return new DeskTransactions(
                () -> new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    @Bean
    Desk desk(
            DeskTransactions transactions,
            HubSettings hub,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            Tokens tokens,
            Contracts contracts) {
        Supplier<Consumer<byte[], byte[]>> consumers = () -> new KafkaConsumer<>(
                reading(hub.kafka().clients()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var payloads = new PayloadCodec(contracts);
        var writer = new EventWriter(contracts, payloads);
        var invalid = new InvalidTopic(consumers);
        var events = new EventsTopic(consumers);
        var originals = new InvalidOriginals(invalid, serializer, deserializer, payloads);
        var sent = new SentOriginals(
                new OriginalsReader(consumers, TopicPlan.SUBJECT_PARTITIONS),
                events,
                invalid,
                serializer,
                deserializer,
                payloads);
        var held = new HeldOriginals(events, new HoldEvents(writer), tokens, serializer, deserializer, payloads);
        return new KafkaDesk(
                transactions,
                serializer,
                tokens,
                new EditEvents(writer),
                originals,
                held,
                new DeadTopic(consumers),
                sent);
    }

    static Map<String, Object> reading(Map<String, Object> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return settings;
    }

    static Map<String, Object> settings(Map<String, Object> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        // of its own in each process: they write side by side and fence nobody
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "estafette-desk-" + UUID.randomUUID());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return settings;
    }
}
