package eu.estafette.hub.polling;

import eu.estafette.hub.setup.HubSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every process may leave things for pollers, whether or not it runs any. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PollingSettings.class)
public class PollerInboxConfiguration {

    @Bean(destroyMethod = "close")
    KafkaInbox pollerInbox(HubSettings hub, PollingSettings settings) {
        var clients = new PollingClients(hub.kafka().clients(), settings.groupId());
        return new KafkaInbox(clients::originals);
    }
}
