package eu.estafette.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Optional;

/** Gets an operator's token by OAuth2 client credentials. */
final class Tokens {

    private final URI hub;
    private final Optional<URI> issuer;
    private final String client;
    private final String secret;

    /** @param issuer absent: the hub's own, as in the local mode */
    Tokens(URI hub, Optional<URI> issuer, String client, String secret) {
        this.hub = hub;
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
    }

    /** @throws CommandException if the issuer does not give one */
    String get(Http http) {
        URI endpoint = issuer.map(named -> discover(named, http)).orElseGet(() -> Http.below(hub, "/oauth2/token"));
        String credentials = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        Http.Answer answer = http.send(HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.status() == 400 || answer.status() == 401) {
            throw CommandException.wrongUse(
                    "%s gives no token to client '%s': check --client and --secret.".formatted(endpoint, client));
        }
        String token = answer.json().path("access_token").asText();
        if (answer.status() != 200 || token.isEmpty()) {
            throw CommandException.wrongUse("%s is no token endpoint (status %d): name the issuer with --issuer."
                    .formatted(endpoint, answer.status()));
        }
        return token;
    }

    String client() {
        return client;
    }

    private static URI discover(URI issuer, Http http) {
        URI metadata = Http.below(issuer, "/.well-known/openid-configuration");
        Http.Answer answer = http.send(HttpRequest.newBuilder(metadata).GET());
        String endpoint = answer.json().path("token_endpoint").asText();
        if (answer.status() != 200 || endpoint.isEmpty()) {
            throw CommandException.wrongUse(
                    "%s names no token endpoint (status %d): check --issuer.".formatted(metadata, answer.status()));
        }
        return URI.create(endpoint);
    }
}
