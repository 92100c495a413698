package eu.estafette.connector.cloudevents.out;

import eu.estafette.kit.rig.HttpPartner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's token server: each token is another one, {@code t-1}, {@code t-2} … */
final class TokenServer implements AutoCloseable {

    private final AtomicInteger given = new AtomicInteger();
    private final HttpPartner server;

    TokenServer() throws IOException {
        server = HttpPartner.thatDoes(exchange -> {
            byte[] token = "{\"access_token\":\"t-%d\",\"token_type\":\"bearer\",\"expires_in\":300}"
                    .formatted(given.incrementAndGet())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });
    }

    URI url() {
        return server.url();
    }

    HttpPartner server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
