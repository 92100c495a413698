package eu.estafette.hub;

import eu.estafette.hub.connectors.CloudEventsConfiguration;
import eu.estafette.hub.connectors.ConnectorsConfiguration;
import eu.estafette.hub.delivery.DeliveryConfiguration;
import eu.estafette.hub.ingest.IngestConfiguration;
import eu.estafette.hub.operators.DeskConfiguration;
import eu.estafette.hub.operators.OperatorConfiguration;
import eu.estafette.hub.reading.ReadingConfiguration;
import eu.estafette.hub.router.RouterConfiguration;
import eu.estafette.hub.security.HubSecurity;
import eu.estafette.hub.setup.HubConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The hub: the flows in the order in which an event meets them. Which of them run in this process says {@code estafette.roles}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    HubConfiguration.class,
    HubSecurity.class,
    ConnectorsConfiguration.class,
    CloudEventsConfiguration.class,
    IngestConfiguration.class,
    OperatorConfiguration.class,
    RouterConfiguration.class,
    DeliveryConfiguration.class,
    DeskConfiguration.class,
    ReadingConfiguration.class
})
public class EstafetteHub {

    public static void main(String[] args) {
        SpringApplication.run(EstafetteHub.class, args);
    }
}
