package eu.estafette.local.issuer;

import eu.estafette.local.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The issuer on a web server of its own, as an issuer outside the hub would be. */
public final class TokenIssuer implements AutoCloseable {

    private final URI baseUrl;
    private final ConfigurableApplicationContext context;

    private TokenIssuer(URI baseUrl, ConfigurableApplicationContext context) {
        this.baseUrl = baseUrl;
        this.context = context;
    }

    /**
     * Starts on loopback and returns when tokens are given.
     *
     * @param data folder of the signing key
     * @param port 0 takes a free one
     * @param parties ids of the parties that may have a token; asked at each request
     */
    public static TokenIssuer start(Path data, int port, Supplier<? extends Collection<String>> parties)
            throws IOException {
        int chosen = port == 0 ? Loopback.freePort() : port;
        var issuer = new LocalIssuer(URI.create("http://%s:%d".formatted(Loopback.HOST, chosen)), data, parties);
        var context = new SpringApplicationBuilder(Server.class)
                .web(WebApplicationType.SERVLET)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers((GenericApplicationContext beans) -> beans.registerBean(LocalIssuer.class, () -> issuer))
                .run(
                        "--server.address=" + Loopback.HOST,
                        "--server.port=" + chosen,
                        "--spring.main.banner-mode=off",
                        // without any servlet the container answers 404 before a filter sees the request
                        "--server.servlet.register-default-servlet=true",
                        // the hub's own application.yaml may be on the class path, and is not meant for this server
                        "--spring.config.name=token-issuer");
        return new TokenIssuer(issuer.baseUrl(), context);
    }

    /** The {@code iss} of its tokens; the token endpoint is {@code /oauth2/token} under it, the keys are {@code /oauth2/jwks}. */
    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(LocalIssuerConfiguration.class)
    @ImportAutoConfiguration({
        ServletWebServerFactoryAutoConfiguration.class,
        SecurityAutoConfiguration.class,
        SecurityFilterAutoConfiguration.class
    })
    static class Server {}
}
