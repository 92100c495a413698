package eu.estafette.hub.ingest;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.hub.connectors.CloudEventsConfiguration;
import eu.estafette.hub.security.AnswerSignatures;
import eu.estafette.hub.security.HubSecurity;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The way in, wired as the hub wires it, but for what stands in for Kafka and the issuer. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({HubSecurity.class, CloudEventsConfiguration.class})
class WayIn {

    @Bean
    Recorder recorder() {
        return new Recorder();
    }

    /** A token is the name of its client. */
    @Bean
    JwtDecoder jwtDecoder() {
        return token -> {
            if (token.equals("expired")) {
                throw new BadJwtException("expired");
            }
            return Jwt.withTokenValue(token)
                    .header("alg", "none")
                    .subject(token)
                    .issuedAt(Instant.now())
                    .build();
        };
    }

    @Bean
    PartyRegistry parties() {
        return new PartyRegistry(List.of(
                party("gemeente-oost", Role.REFERRER, Optional.empty()),
                party("gemeente-west", Role.REFERRER, Optional.empty()),
                party("gemeente-haast", Role.REFERRER, Optional.of(1)),
                party("winkel", Role.EMPLOYER, Optional.empty())));
    }

    @Bean
    Tokens caseTokens() {
        return new Tokens(new HubSecrets("x".repeat(32), "y".repeat(32), "z".repeat(32)));
    }

    @Bean
    EventChecks checks(PartyRegistry parties, Tokens tokens, InstantSource hubClock) {
        Catalogue catalogue = Catalogue.shipped();
        return new IngestConfiguration()
                .eventChecks(
                        parties,
                        catalogue,
                        Rulesets.load(ShippedRulesets.sources(), catalogue),
                        IdentifierMode.PRODUCTION,
                        tokens,
                        hubClock);
    }

    @Bean
    InstantSource hubClock() {
        return InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Bean
    Allowance allowance(MeterRegistry meters) {
        return new IngestConfiguration().allowance(meters);
    }

    @Bean
    AnswerSignatures nobodySigns() {
        return (party, body, headers) -> false;
    }

    @Bean
    FilterRegistrationBean<BodyBound> bound(IngestSettings settings) {
        return new IngestConfiguration().bodyBound(settings);
    }

    @Bean
    IngestSettings settings() {
        return new IngestSettings(
                org.springframework.util.unit.DataSize.ofMegabytes(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMillis(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5));
    }

    static Party party(String id, Role role, Optional<Integer> rate) {
        return new Party(
                new PartyId(id),
                Map.of("en", id),
                Party.Region.NL,
                Set.of(role),
                false,
                List.of(),
                List.of("urn:estafette:party:" + id),
                DeliveryAddress.OWN_MAILBOX,
                List.of(),
                List.of(),
                Optional.empty(),
                "nl",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                8,
                rate,
                Optional.empty(),
                Party.RecordFailure.PARK_CASE,
                List.of(),
                1);
    }
}
