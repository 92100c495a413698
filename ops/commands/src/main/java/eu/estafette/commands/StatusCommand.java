package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The hub in one page. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows how the hub does and what needs somebody.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final HubOptions options = new HubOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    StatusCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        HubClient hub = options.connect(surroundings);
        return Answers.show(
                hub.get("/api/ops/status"),
                options.json(),
                spec.commandLine().getOut(),
                (status, out) -> print(hub, status, out));
    }

    private void print(HubClient hub, JsonNode status, PrintWriter out) {
        JsonNode events = status.path("events");
        JsonNode notices = status.path("notices");
        JsonNode steps = status.path("steps");
        JsonNode lanes = status.path("lanes");
        Table.leftAligned(2)
                .row("Hub", hub.hub() + "  " + Words.minute(status.path("now"), surroundings.zone()))
                .row("Read model", readModel(status.path("readModel")))
                .row("Events today", accepted(events))
                .row(
                        "Events open",
                        "%s held, %s invalid"
                                .formatted(
                                        events.path("held").asText(),
                                        events.path("invalid").asText()))
                .row("Notices", waiting(notices) + ", " + notices.path("dead").asText() + " refused for good")
                .row(
                        "Steps",
                        "%s open, %s overdue, %s without owner"
                                .formatted(
                                        steps.path("open").asText(),
                                        steps.path("overdue").asText(),
                                        steps.path("unowned").asText()))
                .row(
                        "Lanes",
                        "%s, of which %s in trouble"
                                .formatted(
                                        lanes.path("parties").asText(),
                                        lanes.path("troubled").asText()))
                .print(out);
    }

    private String waiting(JsonNode notices) {
        String waiting = notices.path("waiting").asText() + " waiting";
        return notices.has("oldestWaiting")
                ? waiting + " since " + Words.minute(notices.path("oldestWaiting"), surroundings.zone())
                : waiting;
    }

    private static String readModel(JsonNode model) {
        String state = Words.plain(model.path("state"));
        if (model.has("trouble")) {
            return state + ": " + model.path("trouble").asText();
        }
        long behind = 0;
        for (JsonNode topic : model.path("behind")) {
            behind += topic.asLong();
        }
        return behind == 0 ? state + ", up to date" : state + ", " + behind + " records behind";
    }

    private static String accepted(JsonNode events) {
        List<String> states = new ArrayList<>();
        events.path("accepted")
                .properties()
                .forEach(state -> states.add(state.getValue().asText() + " " + Words.plain(state.getKey())));
        long refused = events.path("refusedAtDoor").asLong();
        if (refused > 0) {
            states.add(refused + " refused at the door");
        }
        return states.isEmpty() ? "none" : String.join(", ", states);
    }
}
