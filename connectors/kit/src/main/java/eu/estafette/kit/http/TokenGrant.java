package eu.estafette.kit.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What a partner's token server wants of us: OAuth 2.0 client credentials (RFC 6749 4.4), the client known by HTTP Basic.
 *
 * @param scope absent where the server has one for us
 */
public record TokenGrant(URI tokenUrl, String clientId, String clientSecret, Optional<String> scope) {

    HttpRequest request() {
        String form = "grant_type=client_credentials"
                + scope.map(asked -> "&scope=" + encoded(asked)).orElse("");
        String user = encoded(clientId) + ":" + encoded(clientSecret);
        return HttpRequest.newBuilder(tokenUrl)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "application/json")
                .header(
                        "authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "TokenGrant[" + HttpCalls.host(tokenUrl) + "]";
    }
}
