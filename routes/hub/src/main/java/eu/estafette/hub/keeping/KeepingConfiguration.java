package eu.estafette.hub.keeping;

import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.delivery.DeliverySettings;
import eu.estafette.hub.router.RouterSettings;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.kit.party.PartyRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Processes with role router remove what has ended: they know how far it was routed. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.ROUTER)
@EnableConfigurationProperties({KeepingSettings.class, DeliverySettings.class})
public class KeepingConfiguration {

    /** @param checked the start is not refused */
    @Bean
    KeepingFlow keeping(
            KeepingSettings settings,
            HubSettings hub,
            DeliverySettings delivery,
            Admin admin,
            PartyRegistry parties,
            StartChecked checked,
            MeterRegistry meters) {
        var keeper = new Keeper(
                new ClusterFacts(admin),
                new KeptRecords(hub.kafka().clients()),
                settings,
                RouterSettings.APPLICATION_ID,
                delivery.groupId());
        List<String> withLanes = parties.all().stream()
                .map(party -> party.id())
                .filter(id -> !id.equals(PartyId.HUB))
                .map(PartyId::value)
                .toList();
        return new KeepingFlow(keeper, withLanes, meters);
    }
}
