package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Events as partners' systems post them, and what operators see of the notices that follow. */
record Story(PartnerApi api, String operator) {

    static Story of(PartnerApi api) throws Exception {
        return new Story(api, api.token("operator"));
    }

    /**
     * Posts an event of a party.
     *
     * @param type short: {@code employment.started}
     * @param data without the braces
     */
    void post(String party, String id, String type, String data) throws Exception {
        HttpResponse<String> answer =
                api.postEvent(api.token(party), """
                {"specversion":"1.0","id":"%s","source":"urn:estafette:party:%s",
                 "type":"eu.estafette.case.v1.%s","service":"eu.estafette.case.v1","time":"2026-03-02T09:15:00+01:00",
                 "datacontenttype":"application/json","data":{%s}}
                """.formatted(id, party, type.replace(".", ".notify."), data));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** State of an event, as its sender sees it. */
    String state(String party, String id) throws Exception {
        return api.json("/api/events/" + id, api.token(party)).path("state").asText();
    }

    /** The notices to a party that operators see about whatever goes by this name: {@code view state}. */
    List<String> notices(String ref, String party) throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonNode item : trace(ref, party)) {
            found.add(item.path("view").asText() + " " + item.path("state").asText());
        }
        return found;
    }

    /** The id of the notice in this view. */
    String noticeId(String ref, String party, String view) throws Exception {
        for (JsonNode item : trace(ref, party)) {
            if (item.path("view").asText().equals(view)) {
                return item.path("noticeId").asText();
            }
        }
        throw new AssertionError("no notice " + view + " to " + party + " about " + ref);
    }

    private List<JsonNode> trace(String ref, String party) throws Exception {
        List<JsonNode> notices = new ArrayList<>();
        for (JsonNode item : api.json("/api/ops/trace/" + ref, operator).path("items")) {
            if (item.path("kind").asText().equals("NOTICE")
                    && item.path("party").asText().equals(party)) {
                notices.add(item);
            }
        }
        return notices;
    }

    /** A party's mailbox, all of it. */
    String mailbox(String party) throws Exception {
        return api.get("/api/notices?state=all", api.token(party)).body();
    }
}
