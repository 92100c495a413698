package eu.estafette.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.local.Loopback;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class LocalIssuerConfigurationIT {

    @Test
    void anApplicationThatImportsItGivesTokensAndChecksThemItself(@TempDir Path data) throws Exception {
        // Given
        int port = Loopback.freePort();
        var issuer = new LocalIssuer(URI.create("http://127.0.0.1:" + port), data, () -> List.of("jobcoach-noord"));
        try (var ignored = new SpringApplicationBuilder(Application.class)
                .initializers((GenericApplicationContext beans) -> beans.registerBean(LocalIssuer.class, () -> issuer))
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=" + port,
                        "--spring.main.banner-mode=off",
                        "--spring.config.name=none")) {
            // When
            var token = TokenRequest.token(issuer.baseUrl(), "jobcoach-noord");
            // Then
            assertThat(get(issuer.baseUrl(), "Bearer " + token).body()).isEqualTo("jobcoach-noord");
            assertThat(get(issuer.baseUrl(), "Bearer " + token + "x").statusCode())
                    .isEqualTo(401);
            assertThat(get(issuer.baseUrl(), "Basic am9iY29hY2gtbm9vcmQ6bG9jYWwtc2VjcmV0")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static HttpResponse<String> get(URI baseUrl, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(baseUrl.resolve("/api/whoami"))
                .header("Authorization", authorization)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    /** A resource server with security of its own, as the hub is one, and all that Boot adds by itself about tokens. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class,
        OAuth2AuthorizationServerAutoConfiguration.class,
        OAuth2ResourceServerAutoConfiguration.class
    })
    @Import({LocalIssuerConfiguration.class, WhoAmI.class})
    static class Application {

        @Bean
        SecurityFilterChain api(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .build();
        }

        @Bean
        JwtDecoder tokens(LocalIssuer issuer) {
            return new SupplierJwtDecoder(
                    () -> JwtDecoders.fromIssuerLocation(issuer.baseUrl().toString()));
        }
    }

    @RestController
    static class WhoAmI {

        @GetMapping("/api/whoami")
        String whoAmI(Principal caller) {
            return caller.getName();
        }
    }
}
