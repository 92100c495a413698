package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The sums of one day. */
@Command(
        name = "reconcile",
        abbreviateSynopsis = true,
        description = {
            "Counts from the topics what came of each event and notice of a day, and compares that with the journal.",
            "Writes a signed report, which is kept for ever."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:everything adds up", "1:something does not; the lines say what, with its id", Exit.HUB_TEXT})
final class ReconcileCommand implements Callable<Integer> {

    private static final List<String> SENT = List.of(
            "accepted", "in_transit", "routed", "held", "expired", "withdrawn", "duplicate", "refused", "invalid");
    private static final List<String> RECEIVED =
            List.of("notices", "delivered", "waiting", "dead", "withdrawn", "expired");

    @Mixin
    private HubOptions options;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            defaultValue = "today",
            description = "such as 2026-03-02, in the hub's zone (default: ${DEFAULT-VALUE})")
    private String day = "today";

    ReconcileCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubAnswer answer = options.hub()
                .getReport("/api/ops/reconciliation/" + URLEncoder.encode(day, StandardCharsets.UTF_8) + "?maxAge=0");
        options.print(answer, () -> lines(answer.json()));
        return Exit.attentionIf(answer.needsAttention());
    }

    private List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        lines.add("Sums of " + Text.always(report, "day") + " as of "
                + options.moments().of(report, "at") + ", report " + Text.always(report, "number") + ".");
        lines.add("");
        lines.addAll(table(report.path("senders"), SENT));
        lines.add("");
        lines.addAll(table(report.path("receivers"), RECEIVED));
        lines.add("");
        report.path("differences")
                .forEach(difference -> lines.add(Text.words(Text.always(difference, "kind")) + ": "
                        + Text.always(difference, "party") + " " + Text.always(difference, "id") + " "
                        + Text.always(difference, "detail")));
        lines.addAll(Attention.lines(report));
        return lines;
    }

    private static List<String> table(JsonNode rows, List<String> fields) {
        List<String> heads = new ArrayList<>(List.of("PARTY"));
        fields.forEach(field -> heads.add(Text.words(field).toUpperCase(Locale.ROOT)));
        var table = new Columns(heads.toArray(String[]::new));
        rows.forEach(row -> {
            List<String> cells = new ArrayList<>(List.of(Text.always(row, "party")));
            fields.forEach(field -> cells.add(Text.always(row, field.equals("in_transit") ? "inTransit" : field)));
            table.add(cells.toArray(String[]::new));
        });
        return table.lines();
    }
}
