package eu.estafette.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A notice as a partner's webhook got it: the CloudEvent's data. */
public record ReceivedNotice(JsonNode data) {

    public String id() {
        return data.path("noticeId").asText();
    }

    public String caseRef() {
        return data.path("caseRef").asText();
    }

    public String party() {
        return data.path("to").path("party").asText();
    }

    /** {@code gemeente-oost/inkomen}, or the party alone. */
    public String recipient() {
        String person = data.path("to").path("person").asText();
        return person.isEmpty() ? party() : party() + "/" + person;
    }

    public String role() {
        return data.path("forRole").asText();
    }

    public Optional<String> step() {
        return Optional.of(data.path("step").path("code").asText()).filter(code -> !code.isEmpty());
    }

    public Optional<String> due() {
        return Optional.of(data.path("step").path("due").asText()).filter(date -> !date.isEmpty());
    }

    public String view() {
        return data.path("view").path("name").asText();
    }

    public String answerUrl() {
        return data.path("answer").path("url").asText();
    }

    /** One line for the reader of the demo. */
    public String line() {
        String what = step().map(
                        step -> "must " + step + due().map(due -> " by " + due).orElse(""))
                .orElse("is informed");
        return "  %-22s %-18s %-34s (%s)".formatted(recipient(), role(), what, view());
    }
}
