package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A hub with a time machine as its partners and operators use it: everything over HTTP, each under its own token. */
final class StoryHub {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PartnerApi api;
    private final Map<String, String> tokens = new HashMap<>();

    StoryHub(String url) {
        this.api = new PartnerApi(url);
    }

    /** Moves the hub's time; tells how much fell due on the way. */
    int moveTo(String instant) throws Exception {
        HttpResponse<String> moved = api.put("/api/ops/clock", token("operator"), "{\"now\":\"" + instant + "\"}");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        return PartnerApi.JSON.readTree(moved.body()).path("rang").asInt();
    }

    /** An event as its sender finds it. */
    record Posted(String party, String location, JsonNode state) {

        boolean is(String name) {
            return state.path("state").asText().equals(name);
        }

        /** State and reason as stories write them; of an event that was routed without a note nothing. */
        Optional<String> told() {
            String note = state.path("note").asText() + state.path("reason").asText();
            return Optional.of(note.isEmpty() || note.equals("CONSENT") ? "" : ":" + note)
                    .map(reason -> state.path("state").asText() + reason)
                    .filter(told -> !told.equals("ROUTED"));
        }
    }

    /** Posts and waits until it is decided. */
    Posted post(String party, String path, Map<String, Object> body) throws Exception {
        String type = path.equals("/api/events") ? "application/cloudevents+json" : "application/json";
        HttpResponse<String> response = api.post(path, token(party), type, PartnerApi.JSON.writeValueAsString(body));
        assertThat(response.statusCode())
                .as(party + " " + body + "\n" + response.body())
                .isEqualTo(202);
        String location = response.headers().firstValue("Location").orElseThrow();
        var accepted = new Posted(party, location, PartnerApi.JSON.createObjectNode());
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> again(accepted), posted -> !posted.is("ACCEPTED"));
    }

    Posted again(Posted event) throws Exception {
        return new Posted(event.party(), event.location(), api.json(event.location(), token(event.party())));
    }

    CaseTrace trace(String caseRef) throws Exception {
        return CaseTrace.of(api.json("/api/ops/trace/" + caseRef, token("operator")));
    }

    /** All notices about a case in a party's mailbox, by id. */
    Map<String, JsonNode> mailbox(String party, String caseRef, String state) throws Exception {
        Map<String, JsonNode> notices = new HashMap<>();
        String after = "";
        do {
            JsonNode page = api.json("/api/notices?limit=1000&state=" + state + after, token(party));
            page.path("items").forEach(notice -> {
                if (notice.path("caseRef").asText().equals(caseRef)) {
                    notices.put(notice.path("noticeId").asText(), notice);
                }
            });
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return notices;
    }

    private String token(String client) throws Exception {
        String known = tokens.get(client);
        if (known == null) {
            known = api.token(client);
            tokens.put(client, known);
        }
        return known;
    }
}
