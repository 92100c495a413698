package eu.estafette.hub.delivery;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.call.CamelPartnerCall;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryDeserializer;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.camel.ProducerTemplate;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.DELIVERY)
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliveryConfiguration {

    @Bean
    DeliveryWorker deliveryWorker(
            DeliverySettings settings,
            HubSettings hub,
            TopicSetup topics,
            KnownSchemas schemas,
            Serializer<SpecificRecord> messages,
            PartyRegistry parties,
            Tokens tokens,
            ProducerTemplate camel,
            List<OutboundConnector> connectors,
            InstantSource hubClock,
            MeterRegistry meters) {
        return new DeliveryWorker(
                settings,
                new DeliveryPorts(
                        hub.kafka().clients(),
                        new RegistryDeserializer<>(schemas, Notice.class),
                        new RegistryDeserializer<>(schemas, LaneCommand.class),
                        messages,
                        parties,
                        tokens,
                        new CamelPartnerCall(camel, connectors),
                        hubClock,
                        new SecureRandom(),
                        meters));
    }

    /** Started after the Camel routes that it calls, stopped before them. */
    @Bean
    DeliveryFlow deliveryFlow(DeliveryWorker worker) {
        return new DeliveryFlow(worker);
    }

    @Bean
    DeliveryHealth deliveryHealth(DeliveryWorker worker, DeliverySettings settings) {
        return new DeliveryHealth(worker, settings.healthyWithin(), Clock.systemUTC());
    }
}
