package eu.estafette.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;

/** Answers a notice where the notice says, signed with the secret that its webhook was signed with; gives the place of its state. */
final class Answers {

    private final Signatures signatures;
    private final HttpClient http = HttpClient.newHttpClient();

    Answers(Signatures signatures) {
        this.signatures = signatures;
    }

    String answer(ReceivedNotice notice, String body) throws IOException, InterruptedException {
        String id = "msg_" + UUID.randomUUID();
        long now = Instant.now().getEpochSecond();
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(notice.answerUrl()))
                        .header("Content-Type", "application/json")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", Long.toString(now))
                        .header("webhook-signature", signatures.sign(id, now, body))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 202) {
            throw new DemoFailedException("the answer to " + notice.step().orElse("?") + " was answered "
                    + response.statusCode() + ": " + response.body());
        }
        return response.headers().firstValue("Location").orElseThrow();
    }
}
