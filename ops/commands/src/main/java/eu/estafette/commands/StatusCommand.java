package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The hub in one page. */
@Command(
        name = "status",
        abbreviateSynopsis = true,
        description = "Shows how the hub does: what came in today, what waits, what is stuck.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {Exit.OK_TEXT, "1:something needs attention; the last lines say what", Exit.HUB_TEXT})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    StatusCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubClient hub = options.hub();
        HubAnswer answer = hub.getReport("/api/ops/status");
        options.print(answer, () -> lines(answer.json(), hub.address()));
        return Exit.attentionIf(answer.needsAttention());
    }

    private List<String> lines(JsonNode report, HubAddress address) {
        Moments moments = options.moments();
        JsonNode events = report.path("events");
        JsonNode notices = report.path("notices");
        JsonNode steps = report.path("steps");
        JsonNode lanes = report.path("lanes");
        var facts = new Columns("", "", "");
        facts.add("Events accepted today", accepted(events), byState(events.path("accepted")));
        facts.add("Events refused at the door today", Text.always(events, "refusedAtDoor"), "");
        facts.add("Events held", Text.always(events, "held"), "");
        facts.add("Events that could not be decided", Text.always(events, "invalid"), "");
        facts.add("Notices waiting", Text.always(notices, "waiting"), oldest(notices));
        facts.add("Notices refused for good", Text.always(notices, "dead"), "");
        facts.add(
                "Steps open",
                Text.always(steps, "open"),
                Text.always(steps, "overdue") + " overdue, " + Text.always(steps, "unowned") + " without an owner");
        facts.add("Parties", Text.always(lanes, "parties"), Text.always(lanes, "troubled") + " that cannot be reached");
        List<String> lines = new ArrayList<>();
        lines.add("Estafette at " + address.base() + ", " + moments.of(report, "now") + " " + moments.zone());
        lines.addAll(facts.lines());
        lines.add(readModel(report.path("readModel")));
        lines.add("");
        lines.addAll(Attention.lines(report));
        return lines;
    }

    private String oldest(JsonNode notices) {
        return notices.has("oldestWaiting")
                ? "the oldest since " + options.moments().of(notices, "oldestWaiting")
                : "";
    }

    private static String accepted(JsonNode events) {
        return Long.toString(events.path("accepted")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .sum());
    }

    private static String byState(JsonNode accepted) {
        return accepted.propertyStream()
                .map(state -> state.getValue().asLong() + " " + Text.words(state.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String readModel(JsonNode model) {
        long behind =
                model.path("behind").valueStream().mapToLong(JsonNode::asLong).sum();
        // another process follows where this one stands by
        if (!List.of("FOLLOWING", "STANDBY").contains(Text.always(model, "state"))) {
            return "The read model does not follow, so these figures are old"
                    + Text.of(model, "trouble").map(trouble -> ": " + trouble).orElse(".");
        }
        return behind == 0
                ? "The read model is up to date."
                : "The read model follows, " + Text.count(behind, "record") + " behind.";
    }
}
