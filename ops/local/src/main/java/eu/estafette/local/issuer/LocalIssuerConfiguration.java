package eu.estafette.local.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The issuer's endpoints, for the hub's own web server: {@code /oauth2/token} (client credentials only), {@code /oauth2/jwks} and
 * {@code /.well-known/oauth-authorization-server}. Every other path is left to the security of the application that imports this,
 * which provides the {@link LocalIssuer}.
 */
@Configuration(proxyBeanMethods = false)
public class LocalIssuerConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain issuerEndpoints(HttpSecurity http) throws Exception {
        return http.securityMatcher(endpoints())
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.clientAuthentication(
                                clients -> clients.authenticationProviders(PlainSecret::accept)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    AuthorizationServerSettings issuerSettings(LocalIssuer issuer) {
        return AuthorizationServerSettings.builder()
                .issuer(issuer.baseUrl().toString())
                .build();
    }

    @Bean
    RegisteredClientRepository issuerClients(LocalIssuer issuer) {
        return new PartyClients(issuer.parties());
    }

    @Bean
    OAuth2AuthorizationService issuedTokens() {
        return new UnrecordedTokens();
    }

    @Bean
    JWKSource<SecurityContext> issuerKey(LocalIssuer issuer) throws IOException {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.of(issuer.data())));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> issuerClaims() {
        return token -> {
            var client = token.getRegisteredClient().getClientId();
            token.getClaims()
                    .audience(List.of("estafette"))
                    .claim("client_id", client)
                    .claim("roles", List.of(PartyClients.role(client)));
        };
    }

    private static RequestMatcher endpoints() {
        var path = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                path.matcher("/oauth2/token"),
                path.matcher("/oauth2/jwks"),
                path.matcher("/.well-known/oauth-authorization-server"));
    }
}
