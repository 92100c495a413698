package eu.estafette.hub.reading;

import eu.estafette.console.ConsoleConfiguration;
import eu.estafette.console.operations.LaneStates;
import eu.estafette.console.readmodel.MessageDeserializers;
import eu.estafette.console.readmodel.ReadModelConsumers;
import eu.estafette.hub.delivery.DeliveryWorker;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.schemas.registry.KnownSchemas;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.CONSOLE)
@Import(ConsoleConfiguration.class)
public class ReadingConfiguration {

    /** Takes the topics so that they are there before it is read from them. */
    @Bean
    ReadModelConsumers readModelConsumers(HubSettings settings, TopicSetup topics) {
        return ReadModelConsumers.of(settings.kafka().clients());
    }

    @Bean
    MessageDeserializers messageDeserializers(KnownSchemas schemas) {
        return MessageDeserializers.of(schemas);
    }

    @Bean
    LaneStates laneStates(ObjectProvider<DeliveryWorker> delivery) {
        return new RunningLanes(delivery);
    }
}
