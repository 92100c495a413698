package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Notices that were refused for good, one by one or by cause; never what they hold. */
@Command(
        name = "list",
        abbreviateSynopsis = true,
        description = "Lists the notices that their receivers refused for good, or what they died of.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {Exit.OK_TEXT, "1:there are some that nobody has solved yet", Exit.HUB_TEXT})
final class DeadListCommand implements Callable<Integer> {

    private static final String PATH = "/api/ops/dead";

    @Mixin
    private HubOptions options;

    @Option(names = "--by-cause", description = "one line for all that died of the same")
    private boolean byCause;

    @Option(names = "--group", paramLabel = "ID", description = "only those of one cause")
    private Optional<String> group = Optional.empty();

    @Option(names = "--party", paramLabel = "ID", description = "only those for one party")
    private Optional<String> party = Optional.empty();

    @Option(names = "--solved", description = "also those that were replayed or discarded")
    private boolean solved;

    @Option(names = "--after", paramLabel = "N", description = "go on where a long list stopped")
    private Optional<String> after = Optional.empty();

    DeadListCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        var query = new Query(PATH)
                .flag("by=cause", byCause)
                .with("group", group)
                .with("party", party)
                .flag("solved=true", solved)
                .with("after", after);
        HubAnswer answer = options.hub().getReport(query.toString());
        options.print(answer, () -> byCause ? causes(answer.json()) : letters(answer.json()));
        return Exit.attentionIf(answer.needsAttention());
    }

    private List<String> causes(JsonNode report) {
        var table = new Columns("GROUP", "COUNT", "PARTY", "BY", "EVENT", "REASON", "FIRST", "LAST", "CAUSE");
        report.path("items")
                .forEach(item -> table.add(
                        Text.always(item, "group"),
                        Text.always(item, "count"),
                        Text.always(item, "party"),
                        Text.always(item, "connector"),
                        Text.always(item, "eventType"),
                        Text.always(item, "reason"),
                        options.moments().of(item, "first"),
                        options.moments().of(item, "last"),
                        Text.always(item, "cause")));
        return lines(report, table);
    }

    private List<String> letters(JsonNode report) {
        var table = new Columns(
                "NOTICE", "STATE", "CASE", "TO", "AS", "EVENT", "TRIES", "STATUS", "PARKED", "SINCE", "CAUSE");
        report.path("items")
                .forEach(item -> table.add(
                        Text.always(item, "noticeId"),
                        Text.words(Text.always(item, "state")),
                        Text.always(item, "caseRef"),
                        Names.party(item),
                        Text.words(Text.always(item, "role")),
                        Text.always(item, "eventType"),
                        Text.always(item, "attempts"),
                        Text.always(item, "status"),
                        Text.always(item, "parked"),
                        options.moments().of(item, "since"),
                        Text.always(item, "cause")));
        return lines(report, table);
    }

    private List<String> lines(JsonNode report, Columns table) {
        List<String> lines = new ArrayList<>();
        if (report.path("items").isEmpty()) {
            lines.add("There are none.");
        } else {
            lines.addAll(table.lines());
            lines.add("Times in " + options.moments().zone() + ".");
        }
        Text.of(report, "next").ifPresent(next -> lines.add("There are more: add --after " + next + "."));
        return lines;
    }
}
