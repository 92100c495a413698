package eu.estafette.hub.operators;

import eu.estafette.hub.ingest.IngestSettings;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operators answer where events come in: their answers are events. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
public class OperatorConfiguration {

    @Bean
    OperatorController operatorController(
            Contracts contracts, Tokens tokens, Intake intake, IngestSettings settings, InstantSource hubClock) {
        var events = new AnswerEvents(new EventWriter(contracts, new PayloadCodec(contracts)), hubClock);
        return new OperatorController(events, tokens, intake, settings.patience());
    }
}
