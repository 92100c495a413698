package eu.estafette.hub.connectors;

import eu.estafette.connector.mail.MailConnector;
import eu.estafette.connector.mail.MailIdentity;
import eu.estafette.connector.mail.MailRoutes;
import eu.estafette.connector.mail.Seals;
import eu.estafette.connector.mail.SmtpPost;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.hub.setup.HubSettings;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out by mail, where the hub has a mail server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("estafette.mail.smtp.host")
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {

    @Bean
    MailIdentity mailIdentity(MailSettings settings, HubSettings hub) {
        return new MailIdentity(settings.from(), hub.baseUrl());
    }

    @Bean
    Seals mailSeals(MailSettings settings) {
        return new Seals(settings.linkSecrets());
    }

    /** Mail servers compare dates with their own clocks. */
    @Bean
    SmtpPost smtpPost(MailSettings settings, MailIdentity identity) {
        return new SmtpPost(settings.smtp().server(), identity, InstantSource.system());
    }

    @Bean
    MailConnector mailConnector(SmtpPost post) {
        return new MailConnector(post);
    }

    @Bean
    MailRoutes mailRoutes(MailIdentity identity, Seals seals, Rulesets rulesets, SmtpPost post) {
        return new MailRoutes(identity, seals, rulesets::stepsAsked, post);
    }
}
