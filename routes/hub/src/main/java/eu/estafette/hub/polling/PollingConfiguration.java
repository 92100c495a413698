package eu.estafette.hub.polling;

import eu.estafette.hub.originals.OriginalsReader;
import eu.estafette.hub.originals.OriginalsWriter;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Screening;
import eu.estafette.kit.original.Originals;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Processes with role ingest poll. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
@EnableConfigurationProperties(PollingSettings.class)
public class PollingConfiguration {

    @Bean
    WayIn wayIn(EventChecks checks, DoorLog doorLog, Originals originals) {
        return new WayIn(new Screening(checks, doorLog), originals);
    }

    @Bean
    PollingClients pollingClients(HubSettings hub, PollingSettings settings) {
        return new PollingClients(hub.kafka().clients(), settings.groupId());
    }

    @Bean(destroyMethod = "close")
    OriginalsWriter originals(PollingClients clients, TopicSetup topics) {
        return new OriginalsWriter(clients.originals(), TopicPlan.SUBJECT_PARTITIONS);
    }

    @Bean
    PollingFlow polling(
            PollingClients clients,
            PartyRegistry parties,
            List<InboundConnector> connectors,
            ObjectProvider<Poller> ownPollers,
            WayIn wayIn,
            Serializer<SpecificRecord> serializer,
            InstantSource hubClock,
            MeterRegistry meters,
            TopicSetup topics) {
        return new PollingFlow(
                clients,
                new PollerStarter(
                        pollers(parties, connectors, ownPollers, wayIn).all(),
                        clients,
                        serializer,
                        hubClock,
                        new PollingMeters(meters),
                        new Rereads(new OriginalsReader(clients::reader, TopicPlan.SUBJECT_PARTITIONS))));
    }

    /** Beside those of the parties, what fetches from places of the hub's own, such as its mailbox. */
    private static Pollers pollers(
            PartyRegistry parties, List<InboundConnector> connectors, ObjectProvider<Poller> own, WayIn wayIn) {
        var pollers = new Pollers();
        own.stream().forEach(poller -> pollers.add(poller, "one of the hub's own settings"));
        for (InboundConnector connector : connectors) {
            for (Party party : parties.all()) {
                String whose = "party " + party.id() + ", receive: {by: " + connector.name() + "}";
                party.receive().stream()
                        .filter(address -> address.by().equals(connector.name()))
                        .flatMap(address -> connector.pollersOf(party, address, wayIn).stream())
                        .forEach(poller -> pollers.add(poller, whose));
            }
        }
        return pollers;
    }
}
