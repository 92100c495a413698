package eu.estafette.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.kit.http.Fetched.Content;
import eu.estafette.kit.http.Fetched.Failed;
import eu.estafette.kit.http.HttpAnswer.None;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of partners' token servers, each kept until shortly before it ends. Thread-safe; two calls may fetch the same token. */
public final class AccessTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;

    /** What a call may take, and clocks may differ by. */
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    /** RFC 6749 leaves expires_in out where the server documents it otherwise; so short is safe. */
    private static final long UNSAID_SECONDS = 60;

    private final HttpCalls http;
    private final InstantSource realTime;
    private final Map<TokenGrant, Kept> kept = new ConcurrentHashMap<>();

    public AccessTokens(HttpCalls http, InstantSource realTime) {
        this.http = http;
        this.realTime = realTime;
    }

    private record Kept(String token, Instant until) {}

    /** What came of asking for one. */
    public sealed interface Token {}

    /** It can be shown at the partner's door. */
    public record Given(String token) implements Token {

        @Override
        public String toString() {
            return "Given[]";
        }
    }

    /** There is none, which is the partner's trouble or our agreement with it, never the notice's. */
    public record Withheld(None answer) implements Token {}

    /** Blocks while one is fetched. */
    public Token of(TokenGrant grant) {
        Kept before = kept.get(grant);
        if (before != null && realTime.instant().isBefore(before.until())) {
            return new Given(before.token());
        }
        return switch (http.fetch(grant.request())) {
            case Content answer -> read(grant, answer);
            case Failed(None answer) -> new Withheld(answer);
        };
    }

    /** The partner's door does not take the one that is kept. */
    public void drop(TokenGrant grant) {
        kept.remove(grant);
    }

    private Token read(TokenGrant grant, Content answer) {
        if (answer.status() != OK) {
            return noToken(grant, "answered " + answer.status());
        }
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (IOException e) {
            return noToken(grant, "answered something that is no JSON");
        }
        String token = body.path("access_token").asText();
        if (token.isEmpty() || !body.path("token_type").asText().equalsIgnoreCase("Bearer")) {
            return noToken(grant, "gave no bearer token");
        }
        Duration lasts = Duration.ofSeconds(body.path("expires_in").asLong(UNSAID_SECONDS));
        kept.put(grant, new Kept(token, realTime.instant().plus(lasts).minus(BEFORE_ITS_END)));
        return new Given(token);
    }

    private static Withheld noToken(TokenGrant grant, String what) {
        return new Withheld(
                new None("TOKEN", HttpCalls.host(grant.tokenUrl()) + ", where our token comes from, " + what, false));
    }
}
