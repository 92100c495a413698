package eu.estafette.hub.keeping;

import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.delivery.DeliverySettings;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each process looks, whatever its roles, while it is put together: no flow runs before all of that is done. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeepingSettings.class, DeliverySettings.class})
public class StartConfiguration {

    /** @param topics are there by now */
    @Bean
    StartChecked startChecked(
            KeepingSettings settings,
            HubSettings hub,
            DeliverySettings delivery,
            Admin admin,
            TopicSetup topics,
            PartyRegistry parties) {
        Map<String, Duration> outages = parties.all().stream()
                .filter(party -> !party.id().equals(PartyId.HUB))
                .collect(Collectors.toMap(party -> party.id().value(), Party::outage));
        Duration longest = delivery.longestBackOff().compareTo(delivery.longestRetryAfter()) > 0
                ? delivery.longestBackOff()
                : delivery.longestRetryAfter();
        new StartCheck(new ClusterFacts(admin), new KeptRecords(hub.kafka().clients()))
                .run(
                        new TopicPlan(hub.kafka().replicationFactor()).of(parties.all()),
                        settings,
                        outages,
                        longest,
                        delivery.groupId());
        return new StartChecked();
    }
}
