package eu.estafette.hub.sealing;

import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.JournalSecrets;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicSetup;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Processes with role router seal: there is always one of them, and as many as the journal has writers. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.ROUTER)
@EnableConfigurationProperties({SealingSettings.class, JournalSecrets.class})
public class SealingConfiguration {

    @Bean
    SealingFlow sealing(
            SealingSettings settings,
            HubSettings hub,
            JournalSecrets secrets,
            TopicSetup topics,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            MeterRegistry meters) {
        return new SealingFlow(
                settings,
                new SealingClients(hub.kafka().clients(), settings.groupId()),
                serializer,
                deserializer,
                secrets.key(),
                new SealingMeters(meters));
    }
}
