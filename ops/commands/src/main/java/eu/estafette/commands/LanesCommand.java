package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.commands.Table.Align;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What waits for whom. */
@Command(
        name = "lanes",
        mixinStandardHelpOptions = true,
        description = "Shows what waits for each party, since when, and whether the party can be reached.")
final class LanesCommand implements Callable<Integer> {

    @Mixin
    private final HubOptions options = new HubOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    LanesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return Answers.show(
                options.connect(surroundings).get("/api/ops/lanes"),
                options.json(),
                spec.commandLine().getOut(),
                this::print);
    }

    private void print(JsonNode lanes, PrintWriter out) {
        var table = new Table(Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT)
                .row("PARTY", "WAITING", "SINCE", "IN FLIGHT", "REFUSED", "STATE");
        lanes.path("items")
                .forEach(lane -> table.row(
                        lane.path("party").asText(),
                        lane.path("waiting").asText(),
                        Words.minute(lane.path("oldestWaiting"), surroundings.zone()),
                        lane.has("inFlight")
                                ? lane.path("inFlight").asText() + " of "
                                        + lane.path("window").asText()
                                : "-",
                        lane.path("dead").asText(),
                        state(lane)));
        table.print(out);
    }

    private String state(JsonNode lane) {
        String since = lane.has("circuitSince")
                ? " since " + Words.minute(lane.path("circuitSince"), surroundings.zone())
                : "";
        String state =
                switch (lane.path("circuit").asText()) {
                    case "CLOSED" -> "reached";
                    case "OPEN" -> "cannot be reached" + since + nextTry(lane);
                    case "PROBING" -> "is being tried again";
                    case "HALTED" -> "stopped by the hub";
                    case "DISABLED" -> "its address is gone" + since;
                    default -> "-";
                };
        return lane.has("trouble") ? state + ": " + lane.path("trouble").asText() : state;
    }

    private String nextTry(JsonNode lane) {
        return lane.has("nextTry") ? ", next try " + Words.minute(lane.path("nextTry"), surroundings.zone()) : "";
    }
}
