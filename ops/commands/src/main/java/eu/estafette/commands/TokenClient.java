package eu.estafette.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;

/** Gets a token by OAuth2 client credentials. */
final class TokenClient {

    private static final String PATH = "/oauth2/token";
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI issuer;
    private final String client;
    private final String secret;
    private final String unanswered;

    /** @param unanswered what to say of an issuer that is not there: see {@link Http#send} */
    TokenClient(URI issuer, String client, String secret, String unanswered) {
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.unanswered = unanswered;
    }

    String client() {
        return client;
    }

    String token() throws TroubleException {
        HttpResponse<String> response = Http.send(
                HttpRequest.newBuilder(URI.create(issuer + PATH))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Basic " + credentials())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                unanswered);
        return switch (response.statusCode()) {
            case 200 -> tokenIn(response.body());
            case 400, 401 ->
                throw new TroubleException("The token issuer at " + issuer + " does not let in client \"" + client
                        + "\" with this secret: give --client and --secret.");
            default ->
                throw new TroubleException("The token issuer at " + issuer + " answered " + response.statusCode()
                        + " instead of a token: check --issuer, or try again in some seconds.");
        };
    }

    private String tokenIn(String body) throws TroubleException {
        try {
            JsonNode token = JSON.readTree(body).path("access_token");
            if (token.isTextual()) {
                return token.asText();
            }
        } catch (JacksonException e) {
            // told below
        }
        throw new TroubleException(
                "What answers at " + issuer + PATH + " is no token issuer: check --url and --issuer.");
    }

    /** Id and secret are form-encoded before they are joined (RFC 6749, section 2.3.1). */
    private String credentials() {
        String joined = URLEncoder.encode(client, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        return Base64.getEncoder().encodeToString(joined.getBytes(UTF_8));
    }
}
