package eu.estafette.local.issuer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A client-credentials request, as a party's own system makes it. */
record TokenRequest(URI issuer, String client, String secret) {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    static String token(URI issuer, String client) throws IOException, InterruptedException {
        var answer = new TokenRequest(issuer, client, "local-secret").send();
        var found = TOKEN.matcher(answer.body());
        if (answer.statusCode() != 200 || !found.find()) {
            throw new AssertionError("no token for %s: %d %s".formatted(client, answer.statusCode(), answer.body()));
        }
        return found.group(1);
    }

    HttpResponse<String> send() throws IOException, InterruptedException {
        var credentials = (client + ":" + secret).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
