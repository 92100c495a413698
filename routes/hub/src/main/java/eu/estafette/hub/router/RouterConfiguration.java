package eu.estafette.hub.router;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Decider;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Topics;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.ROUTER)
@EnableConfigurationProperties(RouterSettings.class)
public class RouterConfiguration {

    @Bean
    Router router(
            Rulesets rulesets,
            PartyRegistry parties,
            Catalogue catalogue,
            Tokens tokens,
            Contracts contracts,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            InstantSource hubClock) {
        return new Router(
                new Decider(rulesets, parties, catalogue),
                new Joining(rulesets, parties, catalogue),
                new Due(parties),
                catalogue.steps()::isCaseWide,
                tokens,
                contracts,
                serializer,
                deserializer,
                hubClock);
    }

    @Bean
    DueWatch dueWatch() {
        return new DueWatch();
    }

    @Bean
    RouterFlow routerFlow(Router router, DueWatch watch, RouterSettings settings, HubSettings hub, TopicSetup topics) {
        topics.startGroup(RouterSettings.APPLICATION_ID, topics.partitionsOf(List.of(Topics.EVENTS)));
        return new RouterFlow(router, watch, settings, hub.kafka().streams());
    }

    @Bean
    RouterHealth routerHealth(RouterFlow flow) {
        return new RouterHealth(flow);
    }
}
