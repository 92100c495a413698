package eu.estafette.hub.operators;

import eu.estafette.hub.ingest.IngestSettings;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators ask of those processes that events come in by: their answers are events, and connectors are there. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
public class OperatorConfiguration {

    @Bean
    OperatorController operatorController(
            Contracts contracts, Tokens tokens, Intake intake, IngestSettings settings, InstantSource hubClock) {
        var events = new AnswerEvents(new EventWriter(contracts, new PayloadCodec(contracts)), hubClock);
        return new OperatorController(events, tokens, intake, settings.patience());
    }

    @Bean
    PartiesController partiesController(
            PartyRegistry parties, List<OutboundConnector> outbound, List<InboundConnector> inbound) {
        return new PartiesController(parties, outbound, inbound);
    }
}
