package eu.estafette.hub.connectors;

import eu.estafette.connector.cloudevents.AnswersRoutes;
import eu.estafette.connector.cloudevents.CloudEventsConnector;
import eu.estafette.connector.cloudevents.EventsFailures;
import eu.estafette.connector.cloudevents.EventsRoutes;
import eu.estafette.hub.ingest.IngestSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in by CloudEvents over HTTP. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
public class CloudEventsConfiguration {

    @Bean
    CloudEventsConnector cloudEvents(
            PartyRegistry parties,
            Allowance allowance,
            EventChecks checks,
            Intake intake,
            DoorLog doorLog,
            IngestSettings settings) {
        return new CloudEventsConnector(
                new TokenCaller(), parties, allowance, checks, intake, doorLog, settings.door());
    }

    @Bean
    EventsFailures eventsFailures(CloudEventsConnector cloudEvents) {
        return cloudEvents.failures();
    }

    @Bean
    EventsRoutes eventsRoutes(CloudEventsConnector cloudEvents) {
        return cloudEvents.routes();
    }

    @Bean
    AnswersRoutes answersRoutes(CloudEventsConnector cloudEvents, Tokens tokens, InstantSource hubClock) {
        return cloudEvents.answers(tokens, hubClock);
    }
}
