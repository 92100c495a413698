package eu.estafette.hub;

import eu.estafette.hub.connectors.CloudEventsConfiguration;
import eu.estafette.hub.connectors.ConnectorsConfiguration;
import eu.estafette.hub.connectors.MailConfiguration;
import eu.estafette.hub.connectors.MailDoorConfiguration;
import eu.estafette.hub.connectors.RegistersConfiguration;
import eu.estafette.hub.connectors.SoapDoorConfiguration;
import eu.estafette.hub.connectors.ZgwConfiguration;
import eu.estafette.hub.connectors.ZgwDoorConfiguration;
import eu.estafette.hub.delivery.DeliveryConfiguration;
import eu.estafette.hub.ingest.IngestConfiguration;
import eu.estafette.hub.keeping.KeepingConfiguration;
import eu.estafette.hub.keeping.StartConfiguration;
import eu.estafette.hub.operators.DeskConfiguration;
import eu.estafette.hub.operators.OperatorConfiguration;
import eu.estafette.hub.polling.PollerInboxConfiguration;
import eu.estafette.hub.polling.PollingConfiguration;
import eu.estafette.hub.reading.ReadingConfiguration;
import eu.estafette.hub.reconciliation.ReconciliationConfiguration;
import eu.estafette.hub.router.RouterConfiguration;
import eu.estafette.hub.sealing.SealingConfiguration;
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
    StartConfiguration.class,
    HubSecurity.class,
    ConnectorsConfiguration.class,
    MailConfiguration.class,
    MailDoorConfiguration.class,
    ZgwConfiguration.class,
    ZgwDoorConfiguration.class,
    RegistersConfiguration.class,
    SoapDoorConfiguration.class,
    CloudEventsConfiguration.class,
    IngestConfiguration.class,
    OperatorConfiguration.class,
    PollerInboxConfiguration.class,
    PollingConfiguration.class,
    RouterConfiguration.class,
    SealingConfiguration.class,
    KeepingConfiguration.class,
    DeliveryConfiguration.class,
    DeskConfiguration.class,
    ReadingConfiguration.class,
    ReconciliationConfiguration.class
})
public class EstafetteHub {

    public static void main(String[] args) {
        SpringApplication.run(EstafetteHub.class, args);
    }
}
