package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Events that were accepted and could not be decided. */
@Command(
        name = "list",
        abbreviateSynopsis = true,
        description = "Lists the events that were accepted and could not be decided.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {Exit.OK_TEXT, "1:there are some", Exit.HUB_TEXT})
final class InvalidListCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Option(names = "--after", paramLabel = "N", description = "go on where a long list stopped")
    private Optional<String> after = Optional.empty();

    InvalidListCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubAnswer answer = options.hub()
                .getReport(new Query(InvalidCommands.PATH).with("after", after).toString());
        options.print(answer, () -> lines(answer.json()));
        return Exit.attentionIf(answer.needsAttention());
    }

    private List<String> lines(JsonNode report) {
        var table = new Columns("PLACE", "EVENT", "TYPE", "KEY", "FROM", "ACCEPTED", "REASON", "WHY");
        report.path("items")
                .forEach(item -> table.add(
                        Text.always(item, "place"),
                        Text.always(item, "id"),
                        Text.always(item, "type"),
                        Text.always(item, "businessKey"),
                        Text.always(item, "party"),
                        options.moments().of(item, "acceptedAt"),
                        Text.always(item, "reason"),
                        Text.of(item, "detail").orElse("")));
        List<String> lines = new ArrayList<>();
        if (report.path("items").isEmpty()) {
            lines.add("There are none.");
        } else {
            lines.addAll(table.lines());
        }
        Text.of(report, "next").ifPresent(next -> lines.add("There are more: add --after " + next + "."));
        return lines;
    }
}
