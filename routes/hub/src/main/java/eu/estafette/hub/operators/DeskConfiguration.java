package eu.estafette.hub.operators;

import eu.estafette.console.desk.Desk;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.token.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
    Desk desk(DeskTransactions transactions, Serializer<SpecificRecord> serializer, Tokens tokens) {
        return new KafkaDesk(transactions, serializer, tokens);
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
