package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is held, why, for whom and until when; never what it holds. */
@Command(
        name = "list",
        abbreviateSynopsis = true,
        description =
                "Lists the events that are held, in the order in which they came: what each waits for, and until when.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {Exit.OK_TEXT, Exit.HUB_TEXT})
final class HoldListCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Option(names = "--after", paramLabel = "N", description = "go on where a long list stopped")
    private Optional<String> after = Optional.empty();

    HoldListCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubAnswer answer = options.hub()
                .getReport(new Query(HoldCommands.PATH).with("after", after).toString());
        options.print(answer, () -> lines(answer.json()));
        return Exit.OK;
    }

    private List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        if (report.path("items").isEmpty()) {
            lines.add("Nothing is held.");
        } else {
            lines.addAll(table(report.path("items")).lines());
            lines.add("Times in " + options.moments().zone() + ".");
        }
        Text.of(report, "next").ifPresent(next -> lines.add("There are more: add --after " + next + "."));
        return lines;
    }

    private Columns table(JsonNode items) {
        var table = new Columns(
                "PLACE",
                "CASE",
                "EVENT",
                "KEY",
                "FROM",
                "WAITS FOR",
                "BEFORE IT GOES TO",
                "AS",
                "SHOWING",
                "UNTIL",
                "DAYS HELD");
        for (JsonNode event : items) {
            if (event.path("notices").isEmpty()) {
                add(table, event, event, "-", "-", "-");
            }
            for (JsonNode notice : event.path("notices")) {
                String step =
                        Text.of(notice, "step").map(code -> " (" + code + ")").orElse("");
                add(
                        table,
                        event,
                        notice,
                        Names.party(notice) + step,
                        Text.words(Text.always(notice, "role")),
                        Text.words(Text.list(notice.path("categories"))));
            }
        }
        return table;
    }

    private void add(Columns table, JsonNode event, JsonNode until, String receiver, String role, String categories) {
        table.add(
                Text.always(event, "place"),
                Text.always(event, "caseRef"),
                Text.always(event, "type"),
                Text.always(event, "businessKey"),
                Text.always(event, "party"),
                waitsFor(Text.always(event, "reason")),
                receiver,
                role,
                categories,
                options.moments().of(until, "until"),
                Text.always(event, "ageDays"));
    }

    static String waitsFor(String reason) {
        return switch (reason) {
            case "NO_CASE" -> "a case";
            case "NO_ROLE" -> "a role of its sender";
            case "NO_ORIGINAL" -> "its original";
            default -> Text.words(reason);
        };
    }
}
