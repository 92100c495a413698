package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whose turn it is. */
@Command(
        name = "steps",
        mixinStandardHelpOptions = true,
        description = "Shows the open steps: what must be done, by whom, until when.")
final class StepsCommand implements Callable<Integer> {

    @Mixin
    private final HubOptions options = new HubOptions();

    @ArgGroup
    private @Nullable Which which;

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "With --json: the part of the list after this, the 'next' of an earlier answer.")
    private @Nullable String after;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    StepsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** One of them or none. */
    static final class Which {

        @Option(names = "--overdue", description = "Only steps whose due date is past.")
        private boolean overdue;

        @Option(names = "--unowned", description = "Only steps for which nobody could be found.")
        private boolean unowned;

        private String query() {
            return overdue ? "overdue=true" : unowned ? "unowned=true" : "";
        }
    }

    @Override
    public Integer call() {
        HubClient hub = options.connect(surroundings);
        Http.Answer first = hub.get(page(after));
        return Answers.show(first, options.json(), spec.commandLine().getOut(), (page, out) -> print(hub, page, out));
    }

    private void print(HubClient hub, JsonNode first, PrintWriter out) {
        List<JsonNode> steps = new ArrayList<>();
        JsonNode page = first;
        page.path("items").forEach(steps::add);
        while (page.has("next")) {
            page = hub.get(page(page.path("next").asText())).json();
            page.path("items").forEach(steps::add);
        }
        if (steps.isEmpty()) {
            out.println("No such step is open.");
            return;
        }
        var table = Table.leftAligned(6).row("DUE", "STEP", "WITH", "CASE", "OPENED", "");
        steps.stream()
                .sorted(Comparator.comparing(
                                (JsonNode step) -> !step.path("unowned").asBoolean())
                        .thenComparing(step -> step.path("due").asText("9999")))
                .forEach(step -> table.row(
                        Words.orDash(step.path("due")),
                        Words.plain(step.path("code")),
                        owner(step),
                        step.path("caseRef").asText(),
                        step.path("openedOn").asText(),
                        remark(step)));
        table.print(out);
    }

    private String page(@Nullable String cursor) {
        List<String> query = new ArrayList<>();
        if (which != null) {
            query.add(which.query());
        }
        if (cursor != null) {
            query.add("after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        return "/api/ops/steps" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String owner(JsonNode step) {
        return step.path("unowned").asBoolean() ? "nobody" : Words.who(step) + " as " + Words.plain(step.path("owner"));
    }

    private static String remark(JsonNode step) {
        if (step.path("unowned").asBoolean()) {
            return "no owner, " + step.path("ageDays").asText() + " days old";
        }
        String taken = step.path("state").asText().equals("TAKEN") ? "taken" : "";
        String overdue = step.path("overdue").asBoolean() ? "overdue" : "";
        return String.join(taken.isEmpty() || overdue.isEmpty() ? "" : ", ", taken, overdue);
    }
}
