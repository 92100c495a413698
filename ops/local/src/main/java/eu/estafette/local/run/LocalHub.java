package eu.estafette.local.run;

import eu.estafette.hub.EstafetteHub;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.local.clock.ClockConfiguration;
import eu.estafette.local.issuer.LocalIssuer;
import eu.estafette.local.issuer.LocalIssuerConfiguration;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The hub as it is, but for its clock where a time machine is asked for, and beside it the token issuer of the local mode where no other is named. */
@Configuration(proxyBeanMethods = false)
@Import({ClockConfiguration.class, EstafetteHub.class, LocalHub.OwnIssuer.class})
class LocalHub {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("estafette.local.issuer")
    @Import(LocalIssuerConfiguration.class)
    static class OwnIssuer {

        @Bean
        LocalIssuer localIssuer(
                @Value("${estafette.base-url}") URI baseUrl,
                @Value("${estafette.local.data}") Path data,
                PartyRegistry parties) {
            return new LocalIssuer(baseUrl, data.resolve("issuer"), () -> parties.all().stream()
                    .map(party -> party.id().value())
                    .toList());
        }
    }
}
