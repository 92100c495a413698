package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers a step that is with nobody, as an operator. */
@Command(
        name = "answer",
        abbreviateSynopsis = true,
        description = {
            "Answers an open step that nobody on the case owns: hands it on to a role, or says that it is done.",
            "What becomes of the answer is decided as of any other; trace it by the id that is printed."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:the answer is kept", "2:wrong use, or the hub did not take it"})
final class StepAnswerCommand implements Callable<Integer> {

    private enum Outcome {
        ACCEPTED,
        DECLINED,
        NEEDS_INFO,
        HANDED_ON,
        DONE
    }

    @Mixin
    private HubOptions options;

    @Parameters(index = "0", paramLabel = "CASE", description = "the case's reference: E1-...")
    private String caseRef = "";

    @Parameters(index = "1", paramLabel = "STEP", description = "the step's code, such as CONTACT-PERSON")
    private String code = "";

    @Parameters(index = "2", paramLabel = "OUTCOME", description = "one of ${COMPLETION-CANDIDATES}")
    private Outcome outcome = Outcome.DONE;

    @Option(names = "--to", paramLabel = "ROLE", description = "the role that it is handed on to")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--object",
            paramLabel = "KEY",
            description = "which of several steps of this code: its object's key")
    private Optional<String> object = Optional.empty();

    @Option(names = "--reason", paramLabel = "CODE", description = "why, as a code of the list DECLINE_REASON")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--remark", paramLabel = "TEXT", description = "a remark for whoever asked")
    private Optional<String> remark = Optional.empty();

    StepAnswerCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubClient hub = options.hub();
        HubAnswer kept = hub.post("/api/ops/steps/" + id(hub) + "/answer", body().toString());
        options.print(kept, () -> List.of("Kept as event " + Text.always(kept.json(), "id") + "."));
        return Exit.OK;
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("outcome", outcome.name());
        to.ifPresent(role -> body.put("to", role));
        reason.ifPresent(
                why -> body.putObject("reason").put("scheme", "ESTAFETTE").put("code", why));
        remark.ifPresent(text -> body.put("remark", text));
        return body;
    }

    private String id(HubClient hub) throws TroubleException {
        String page = "/api/ops/steps?unowned=true";
        for (Optional<String> next = Optional.of(page); next.isPresent(); ) {
            JsonNode report = hub.getReport(next.get()).json();
            List<JsonNode> found =
                    report.path("items").valueStream().filter(this::isMeant).toList();
            if (found.size() > 1) {
                throw new TroubleException(
                        "The case has several open steps " + code + " without an owner: add --object with one of "
                                + String.join(
                                        ", ",
                                        found.stream()
                                                .map(step -> Text.always(step.path("object"), "key"))
                                                .toList())
                                + ".");
            }
            if (!found.isEmpty()) {
                return URLEncoder.encode(found.getFirst().path("id").asText(), StandardCharsets.UTF_8);
            }
            next = Text.of(report, "next")
                    .map(after -> page + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        }
        throw new TroubleException("Case " + caseRef + " has no open step " + code + " without an owner.");
    }

    private boolean isMeant(JsonNode step) {
        return step.path("caseRef").asText().equalsIgnoreCase(caseRef)
                && step.path("code").asText().equalsIgnoreCase(code)
                && object.map(key -> step.path("object").path("key").asText().equals(key))
                        .orElse(true);
    }
}
