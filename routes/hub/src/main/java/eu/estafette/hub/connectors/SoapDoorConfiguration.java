package eu.estafette.hub.connectors;

import eu.estafette.connector.setu.Setu;
import eu.estafette.connector.uwvabsence.UwvAbsence;
import eu.estafette.hub.ingest.IngestSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.soap.door.SoapDoors;
import eu.estafette.kit.soap.door.SoapStandard;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where partners call by SOAP, one door for each standard. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
public class SoapDoorConfiguration {

    @Bean
    UwvAbsence uwvAbsence(IdentifierMode identifiers, InstantSource hubClock) {
        return new UwvAbsence(identifiers, hubClock);
    }

    @Bean
    Setu setu(InstantSource hubClock) {
        return new Setu(hubClock);
    }

    @Bean
    SoapDoorRoutes soapDoorRoutes(
            PartyRegistry parties,
            Allowance allowance,
            WayIn wayIn,
            Intake intake,
            PollerInbox inbox,
            DoorLog doorLog,
            IngestSettings settings,
            List<SoapStandard> standards) {
        var doors =
                new SoapDoors(new TokenCaller(), parties, allowance, wayIn, intake, inbox, doorLog, settings.door());
        return new SoapDoorRoutes(standards.stream().map(doors::of).toList());
    }
}
