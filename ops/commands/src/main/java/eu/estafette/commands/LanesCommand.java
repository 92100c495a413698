package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What waits for each party, and how its lane runs. */
@Command(
        name = "lanes",
        abbreviateSynopsis = true,
        description = "Shows per party what waits for it, how it is called, and whether it can be reached.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {Exit.OK_TEXT, "1:a party cannot be reached, or notices were refused for good", Exit.HUB_TEXT})
final class LanesCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    LanesCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubAnswer answer = options.hub().getReport("/api/ops/lanes");
        options.print(answer, () -> lines(answer.json()));
        return Exit.attentionIf(answer.needsAttention());
    }

    private List<String> lines(JsonNode report) {
        Moments moments = options.moments();
        var table = new Columns(
                "PARTY", "WAITING", "OLDEST SINCE", "DEAD", "CALLS", "CIRCUIT", "SINCE", "NEXT TRY", "TROUBLE");
        for (JsonNode lane : report.path("items")) {
            table.add(
                    Text.always(lane, "party"),
                    Text.always(lane, "waiting"),
                    moments.of(lane, "oldestWaiting"),
                    Text.always(lane, "dead"),
                    calls(lane),
                    Text.of(lane, "circuit").map(Text::words).orElse("-")
                            + (lane.path("paused").asBoolean() ? ", paused" : ""),
                    moments.of(lane, "circuitSince"),
                    moments.of(lane, "nextTry"),
                    Text.of(lane, "trouble").orElse(""));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("Times in " + moments.zone()
                + ". CALLS: running of the most at once; a dash: another process delivers.");
        lines.add("");
        lines.addAll(Attention.lines(report));
        return lines;
    }

    private static String calls(JsonNode lane) {
        return lane.has("window") ? Text.always(lane, "inFlight") + "/" + Text.always(lane, "window") : "-";
    }
}
