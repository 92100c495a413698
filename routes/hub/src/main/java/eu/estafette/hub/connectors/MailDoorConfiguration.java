package eu.estafette.hub.connectors;

import eu.estafette.connector.mail.LinkRoutes;
import eu.estafette.connector.mail.MailIdentity;
import eu.estafette.connector.mail.MailWayIn;
import eu.estafette.connector.mail.Seals;
import eu.estafette.connector.mail.SmtpPost;
import eu.estafette.hub.connectors.MailSettings.Imap;
import eu.estafette.hub.ingest.IngestSettings;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.token.Tokens;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The ways in by mail: the links in our mails, and the hub's mailbox where it has one. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
@ConditionalOnProperty("estafette.mail.smtp.host")
public class MailDoorConfiguration {

    @Bean
    LinkRoutes linkRoutes(
            MailIdentity identity,
            Seals seals,
            PartyRegistry parties,
            WayIn wayIn,
            Intake intake,
            InstantSource hubClock,
            IngestSettings settings) {
        return new LinkRoutes(identity, seals, parties, wayIn.screening(), intake, hubClock, settings.patience());
    }

    /** Who has a link need not log in: its signature says what it is for, and it can do no more. No session, so nothing to forge. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain answerLinks(HttpSecurity http) throws Exception {
        return http.securityMatcher(LinkRoutes.PATH + "/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }

    @Bean
    @ConditionalOnProperty("estafette.mail.imap.host")
    Poller mailPoller(
            MailSettings settings,
            MailIdentity identity,
            Seals seals,
            PartyRegistry parties,
            Tokens tokens,
            SmtpPost post,
            WayIn wayIn) {
        Imap imap = Objects.requireNonNull(settings.imap());
        return new MailWayIn(imap.server(), imap.inbox(), imap.done(), imap.interval())
                .poller(identity, seals, parties, tokens, post, wayIn);
    }
}
