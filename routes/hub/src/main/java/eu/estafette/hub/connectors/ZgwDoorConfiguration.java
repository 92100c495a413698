package eu.estafette.hub.connectors;

import eu.estafette.connector.zgw.NotificationRoutes;
import eu.estafette.hub.setup.HubSettings.HubRole;
import eu.estafette.hub.setup.OnHubRole;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.PollerInbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Where municipalities notify the hub. */
@Configuration(proxyBeanMethods = false)
@OnHubRole(HubRole.INGEST)
public class ZgwDoorConfiguration {

    @Bean
    NotificationRoutes notificationRoutes(PartyRegistry parties, PollerInbox inbox) {
        return new NotificationRoutes(parties, inbox);
    }

    /** A notifier shows the secret that it got with our subscription, never a token of the hub; the door compares it. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain notifications(HttpSecurity http) throws Exception {
        return http.securityMatcher(NotificationRoutes.PATH + "/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }
}
