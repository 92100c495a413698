package eu.estafette.hub.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may call what. A party comes with an OAuth2 token of the issuer; its subject is the party id and its {@code roles} claim says whether
 * an operator calls. Only an answer may come with a webhook signature instead.
 */
@Configuration(proxyBeanMethods = false)
public class HubSecurity {

    private static final String ROLE_PREFIX = "ROLE_";
    private static final int ANSWER_LIMIT_BYTES = 1024 * 1024;

    @Bean
    SecurityFilterChain api(
            HttpSecurity http, ObjectMapper json, PartyRegistry parties, Tokens tokens, AnswerSignatures signatures)
            throws Exception {
        var problems = new SecurityProblems(json);
        return http.securityMatcher("/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(calls -> calls.requestMatchers(EndpointRequest.to("health", "prometheus"))
                        .permitAll()
                        .requestMatchers("/api/ops/**")
                        .hasRole("OPERATOR")
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(
                        new SignedAnswerFilter(parties, tokens, signatures, ANSWER_LIMIT_BYTES),
                        BearerTokenAuthenticationFilter.class)
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(converter())))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    private static JwtAuthenticationConverter converter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(HubSecurity::authorities);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        return roles == null
                ? List.of()
                : roles.stream()
                        .map(role -> (GrantedAuthority)
                                new SimpleGrantedAuthority(ROLE_PREFIX + role.toUpperCase(java.util.Locale.ROOT)))
                        .toList();
    }
}
