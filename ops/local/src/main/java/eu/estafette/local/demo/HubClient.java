package eu.estafette.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The hub's HTTP contract as partners use it; each party with its own token. Remembers what was sent. */
public final class HubClient {

    private static final String SECRET = "local-secret";
    public static final Duration WITHIN = Duration.ofMinutes(3);
    public static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String url;
    private final Signatures signatures;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    HubClient(String url, Signatures signatures) {
        this.url = url;
        this.signatures = signatures;
    }

    /** An event that a partner sent, answers included, and where its state can be read. */
    public record Sent(String party, String location) {}

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** @throws DemoFailedException if the hub does not answer 202; so do all calls whose answer is not as expected */
    public Sent post(String party, Map<String, Object> event) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/api/events", party).header("Content-Type", "application/cloudevents+json");
        return remember(party, send(request, json.writeValueAsString(event)));
    }

    /** Answers where the notice says: signed by those who have a webhook, under their token by the others. */
    public Sent answer(ReceivedNotice notice, Map<String, Object> answer) throws IOException, InterruptedException {
        String body = json.writeValueAsString(answer);
        String id = "msg_" + UUID.randomUUID();
        long now = Instant.now().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(notice.answerUrl()))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json");
        if (DemoParties.hasWebhook(notice.party())) {
            request.header("webhook-id", id)
                    .header("webhook-timestamp", Long.toString(now))
                    .header("webhook-signature", signatures.sign(id, now, body));
        } else {
            request.header("Authorization", "Bearer " + token(notice.party()));
        }
        return remember(notice.party(), send(request, body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        expect(202, response);
        return response;
    }

    private Sent remember(String party, HttpResponse<String> accepted) {
        var event = new Sent(party, accepted.headers().firstValue("Location").orElseThrow());
        sent.add(event);
        return event;
    }

    /** An event as its sender sees it, once it is decided; fails if that takes minutes. */
    public JsonNode decided(Sent event) throws IOException, InterruptedException {
        Instant giveUp = Instant.now().plus(WITHIN);
        while (true) {
            JsonNode state = get(event.location(), event.party());
            if (!state.path("state").asText().equals("ACCEPTED")) {
                return state;
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new DemoFailedException("not decided after " + WITHIN.toSeconds() + " s: " + event.location());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** What the hub tells its operators of a case, in the order in which it happened. */
    JsonNode trace(String caseRef) throws IOException, InterruptedException {
        return get("/api/ops/trace/" + caseRef, "operator").path("items");
    }

    /** Everything in a party's mailbox, oldest first. */
    public List<JsonNode> mailbox(String party) throws IOException, InterruptedException {
        return notices(party, "all");
    }

    /** Whether the party still has to act on it. */
    boolean isOpen(ReceivedNotice notice) throws IOException, InterruptedException {
        return notices(notice.party(), "open").stream()
                .anyMatch(open -> open.path("noticeId").asText().equals(notice.id()));
    }

    private List<JsonNode> notices(String party, String state) throws IOException, InterruptedException {
        List<JsonNode> notices = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/api/notices?limit=1000&state=" + state + after, party);
            page.path("items").forEach(notices::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return notices;
    }

    /** Moves the hub's time; gives how much fell due on the way. */
    int moveTo(String instant) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request("/api/ops/clock", "operator")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"now\":\"" + instant + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        expect(200, response);
        return json.readTree(response.body()).path("rang").asInt();
    }

    /** What stands at an address that the hub named. */
    public JsonNode read(URI address, String client) throws IOException, InterruptedException {
        return get(address.getPath(), client);
    }

    private JsonNode get(String path, String client) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(path, client).GET().build(), BodyHandlers.ofString());
        expect(200, response);
        return json.readTree(response.body());
    }

    private HttpRequest.Builder request(String path, String client) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token(client));
    }

    private String token(String client) throws IOException, InterruptedException {
        String known = tokens.get(client);
        if (known != null) {
            return known;
        }
        String basic = Base64.getEncoder().encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        expect(200, response);
        String token = json.readTree(response.body()).get("access_token").asText();
        tokens.put(client, token);
        return token;
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new DemoFailedException(response.request().method() + " "
                    + response.uri().getPath() + " was answered " + response.statusCode() + " instead of " + status
                    + ": " + response.body());
        }
    }
}
