package eu.estafette.hub.ingest;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The way in, wired. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
@EnableConfigurationProperties(IngestSettings.class)
public class IngestConfiguration {

    /** Takes the topics as a parameter because nothing may be accepted before they are there. */
    @Bean(destroyMethod = "close")
    Producer<String, SpecificRecord> ingestProducer(
            HubSettings hub, IngestSettings settings, Serializer<SpecificRecord> serializer, TopicSetup topics) {
        return IngestProducer.create(hub.kafka().clients(), settings, serializer);
    }

    @Bean
    Intake intake(Producer<String, SpecificRecord> ingestProducer) {
        return new KafkaIntake(ingestProducer);
    }

    @Bean
    DoorLog doorLog(Producer<String, SpecificRecord> ingestProducer, InstantSource hubClock) {
        return new KafkaDoorLog(ingestProducer, hubClock);
    }

    @Bean
    EventChecks eventChecks(
            PartyRegistry parties,
            Catalogue catalogue,
            Rulesets rulesets,
            IdentifierMode identifiers,
            Tokens tokens,
            InstantSource hubClock) {
        return new EventChecks(parties, catalogue, rulesets.names(), identifiers, tokens, hubClock);
    }

    @Bean
    Allowance allowance(MeterRegistry meters) {
        return new PartyRates(TimeMeter.SYSTEM_NANOTIME, meters);
    }

    /** In front of everything: while it is closed nobody needs to be known. */
    @Bean
    FilterRegistrationBean<ClosedDoor> closedDoor(CamelContext camel, IngestSettings settings) {
        var registration = new FilterRegistrationBean<>(
                new ClosedDoor(camel, settings.retryAfter().toSeconds()));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Behind the security filters: whoever may not call at all is not read at all. */
    @Bean
    FilterRegistrationBean<BodyBound> bodyBound(IngestSettings settings) {
        var registration =
                new FilterRegistrationBean<>(new BodyBound(settings.bodyLimit().toBytes()));
        registration.addUrlPatterns("/api/events", "/api/notices/*", "/api/soap/*");
        return registration;
    }
}
