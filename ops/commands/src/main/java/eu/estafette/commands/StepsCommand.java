package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.kit.notice.StepTexts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose turn it is, and since when. */
@Command(
        name = "steps",
        abbreviateSynopsis = true,
        description =
                "Lists the open steps of all cases, in the order in which they were opened: whose turn it is, and until when.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {Exit.OK_TEXT, "1:a step is overdue or has no owner", Exit.HUB_TEXT})
final class StepsCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Option(names = "--overdue", description = "only those whose due date is past")
    private boolean overdue;

    @Option(names = "--unowned", description = "only those that nobody on the case could be found for")
    private boolean unowned;

    @Option(names = "--after", paramLabel = "N", description = "go on where a long list stopped")
    private Optional<String> after = Optional.empty();

    StepsCommand(HubOptions options) {
        this.options = options;
    }

    static CommandLine with(Surroundings around) {
        return new CommandLine(new StepsCommand(new HubOptions(around)))
                .addSubcommand(new StepAnswerCommand(new HubOptions(around)));
    }

    @Override
    public Integer call() throws TroubleException {
        HubAnswer answer = options.hub().getReport("/api/ops/steps" + query());
        options.print(answer, () -> lines(answer.json()));
        return Exit.attentionIf(isAnyLate(answer.json()) || (isWholeList() && answer.needsAttention()));
    }

    private boolean isWholeList() {
        return !overdue && !unowned;
    }

    private static boolean isAnyLate(JsonNode report) {
        return StreamSupport.stream(report.path("items").spliterator(), false)
                .anyMatch(step -> step.path("overdue").asBoolean()
                        || step.path("unowned").asBoolean()
                        || step.path("state").asText().equals("EXPIRED"));
    }

    private String query() {
        List<String> parameters = new ArrayList<>();
        if (overdue) {
            parameters.add("overdue=true");
        }
        if (unowned) {
            parameters.add("unowned=true");
        }
        after.ifPresent(next -> parameters.add("after=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private List<String> lines(JsonNode report) {
        JsonNode items = report.path("items");
        List<String> lines = new ArrayList<>();
        if (items.isEmpty()) {
            lines.add("No open steps" + (isWholeList() ? "." : " of this kind."));
        } else {
            lines.addAll(table(items).lines());
        }
        Text.of(report, "next").ifPresent(next -> lines.add("There are more: add --after " + next + "."));
        if (isWholeList()) {
            lines.add("");
            lines.addAll(Attention.lines(report));
        }
        return lines;
    }

    private Columns table(JsonNode items) {
        var table = new Columns("CASE", "STEP", "WHAT", "WHOSE TURN", "AS", "DUE", "DAYS OPEN", "STATE", "SINCE");
        for (JsonNode step : items) {
            String code = Text.always(step, "code");
            table.add(
                    Text.always(step, "caseRef"),
                    code,
                    StepTexts.shipped().text(code, "en"),
                    step.path("unowned").asBoolean() ? "nobody" : Names.party(step),
                    Text.words(Text.always(step, "owner")),
                    Text.always(step, "due") + (step.path("overdue").asBoolean() ? " (overdue)" : ""),
                    Text.always(step, "ageDays"),
                    Text.words(Text.always(step, "state")),
                    options.moments().of(step, "since"));
        }
        return table;
    }
}
