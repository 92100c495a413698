package eu.estafette.connector.zgw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.kit.http.Fetched.Content;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Round;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Sees to it that the municipality knows us as subscriber ({@code Abonnement}), by looking once an hour: one that is gone is made again, one
 * whose channel is another is put right, and a changed secret is told.
 */
final class SubscriptionUpkeep {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEEN = "subscription";
    private static final Duration BETWEEN = Duration.ofHours(1);

    private final ZgwServices services;
    private final ZgwAddress address;
    private final URI callback;

    SubscriptionUpkeep(ZgwServices services, ZgwAddress address, URI callback) {
        this.services = services;
        this.address = address;
        this.callback = callback;
    }

    /** @throws IOException if the municipality does not answer, or does not take it */
    void keep(Round round) throws IOException {
        Optional<Seen> seen = round.state(SEEN).map(Seen::of);
        if (seen.isPresent() && seen.get().isFresh(round.now(), wanted())) {
            return;
        }
        Optional<JsonNode> ours = ours();
        if (ours.isEmpty()) {
            done(services.send("POST", address.subscriptions(), wanted()));
        } else if (!isRight(ours.get()) || seen.isEmpty() || !seen.get().is(wanted())) {
            done(services.send("PUT", URI.create(ours.get().path("url").asText()), wanted()));
        }
        try (Batch batch = round.begin()) {
            batch.put(SEEN, Seen.at(round.now(), wanted()).bytes());
            batch.commit();
        }
    }

    private Optional<JsonNode> ours() throws IOException {
        Content answer = services.get(address.subscriptions());
        done(answer);
        JsonNode all = JSON.readTree(answer.body());
        if (!all.isArray()) {
            throw new IOException(answer.host() + " answered no list when asked for our subscriptions");
        }
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.path("callbackUrl").asText().equals(callback.toString()))
                .findFirst();
    }

    private boolean isRight(JsonNode subscription) {
        JsonNode channels = subscription.path("kanalen");
        return channels.size() == 1 && channels.path(0).path("naam").asText().equals(address.channel());
    }

    private ObjectNode wanted() {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        wanted.put("callbackUrl", callback.toString());
        wanted.put("auth", address.auth());
        wanted.putArray("kanalen").addObject().put("naam", address.channel()).putObject("filters");
        return wanted;
    }

    private static void done(Content answer) throws IOException {
        if (answer.status() / 100 != 2) {
            throw new IOException(answer.host() + " answered " + answer.status() + " to our subscription");
        }
    }

    /** When it was right last, and what it said then: the secret itself is not kept. */
    private record Seen(Instant at, String hash) {

        static Seen at(Instant now, ObjectNode subscription) {
            return new Seen(now, hash(subscription));
        }

        static Seen of(byte[] state) {
            String[] parts = new String(state, StandardCharsets.UTF_8).split(" ", -1);
            return new Seen(Instant.parse(parts[0]), parts[1]);
        }

        boolean is(ObjectNode subscription) {
            return hash.equals(hash(subscription));
        }

        boolean isFresh(Instant now, ObjectNode subscription) {
            return is(subscription) && now.isBefore(at.plus(BETWEEN));
        }

        byte[] bytes() {
            return (at + " " + hash).getBytes(StandardCharsets.UTF_8);
        }

        private static String hash(ObjectNode subscription) {
            return Sha256.hex(subscription.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
