package eu.estafette.hub.reconciliation;

import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.delivery.DeliverySettings;
import eu.estafette.hub.router.RouterSettings;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.JournalSecrets;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.schemas.PayloadCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where operators ask, there it is counted; PostgreSQL is not needed for it. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.CONSOLE)
@EnableConfigurationProperties({JournalSecrets.class, DeliverySettings.class})
public class ReconciliationConfiguration {

    @Bean
    DailyReports dailyReports(
            HubSettings hub,
            JournalSecrets secrets,
            DeliverySettings delivery,
            Admin admin,
            TopicSetup topics,
            PartyRegistry parties,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            PayloadCodec payloads,
            InstantSource hubClock,
            MeterRegistry meters) {
        List<String> withLanes = parties.all().stream()
                .map(party -> party.id())
                .filter(id -> !id.equals(PartyId.HUB))
                .map(PartyId::value)
                .toList();
        var reconciliation = new Reconciliation(
                new ClusterFacts(admin),
                new KeptRecords(hub.kafka().clients()),
                deserializer,
                payloads,
                withLanes,
                RouterSettings.APPLICATION_ID,
                delivery.groupId());
        var reports = new Reports(hub.kafka().clients(), serializer, deserializer, secrets.key());
        return new DailyReports(reconciliation, reports, hubClock, meters);
    }

    @Bean
    ReconciliationController reconciliationController(DailyReports reports) {
        return new ReconciliationController(reports);
    }
}
