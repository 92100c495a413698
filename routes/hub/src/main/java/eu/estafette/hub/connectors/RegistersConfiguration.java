package eu.estafette.hub.connectors;

import eu.estafette.connector.magda.MagdaConnector;
import eu.estafette.connector.magda.MagdaOutbound;
import eu.estafette.connector.magda.MagdaRoutes;
import eu.estafette.connector.magda.MagdaService;
import eu.estafette.connector.suwinet.SuwinetConnector;
import eu.estafette.connector.suwinet.SuwinetOutbound;
import eu.estafette.connector.suwinet.SuwinetRoutes;
import eu.estafette.hub.polling.PollingSettings;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapLimits;
import eu.estafette.schemas.PayloadCodec;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers that are asked over SOAP. */
@Configuration(proxyBeanMethods = false)
public class RegistersConfiguration {

    /** Requests are signed in real time: partners check them against their own clocks. */
    @Bean(destroyMethod = "close")
    SoapConnections soapConnections() {
        return new SoapConnections(SoapLimits.STANDARD, InstantSource.system());
    }

    @Bean
    SuwinetConnector suwinet(SoapConnections connections, PollingSettings polling) {
        return new SuwinetConnector(connections, polling.interval());
    }

    @Bean
    SuwinetOutbound suwinetOutbound() {
        return new SuwinetOutbound();
    }

    @Bean
    SuwinetRoutes suwinetRoutes(PayloadCodec payloads, PollerInbox inbox) {
        return new SuwinetRoutes(payloads, inbox);
    }

    @Bean
    MagdaService magdaService(SoapConnections connections) {
        return new MagdaService(connections, InstantSource.system());
    }

    @Bean
    MagdaConnector magda(MagdaService service, PollingSettings polling) {
        return new MagdaConnector(service, polling.interval());
    }

    @Bean
    MagdaOutbound magdaOutbound() {
        return new MagdaOutbound();
    }

    @Bean
    MagdaRoutes magdaRoutes(PayloadCodec payloads, PollerInbox inbox, MagdaService service) {
        return new MagdaRoutes(payloads, inbox, service);
    }
}
