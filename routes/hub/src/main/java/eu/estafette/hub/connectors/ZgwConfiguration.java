package eu.estafette.hub.connectors;

import eu.estafette.connector.zgw.ZgwConnector;
import eu.estafette.connector.zgw.ZgwOutbound;
import eu.estafette.connector.zgw.ZgwRoutes;
import eu.estafette.hub.polling.PollingSettings;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.notice.NoticeJson;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** ZGW Notificaties but for its door. */
@Configuration(proxyBeanMethods = false)
public class ZgwConfiguration {

    /** The tokens that we sign are compared with the municipality's clock. */
    @Bean
    ZgwConnector zgw(HttpCalls http, HubSettings settings, PollingSettings polling) {
        return new ZgwConnector(http, settings.baseUrl(), polling.interval(), InstantSource.system());
    }

    @Bean
    ZgwOutbound zgwOutbound() {
        return new ZgwOutbound();
    }

    @Bean
    ZgwRoutes zgwRoutes(NoticeJson notices, HttpCalls http, HubSettings settings) {
        return new ZgwRoutes(notices, http, settings.baseUrl(), InstantSource.system());
    }
}
