package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is about, and whether it only says so: a dry run freezes them as a selection, which is then carried out. */
final class DeadLetters {

    @Parameters(paramLabel = "NOTICE", arity = "0..*", description = "ids of dead notices")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--group", paramLabel = "ID", description = "all of one cause, as dead list --by-cause has it")
    private Optional<String> group = Optional.empty();

    @Option(names = "--party", paramLabel = "ID", description = "all for one party")
    private Optional<String> party = Optional.empty();

    @Option(names = "--selection", paramLabel = "ID", description = "exactly those that a dry run has shown")
    private Optional<String> selection = Optional.empty();

    @Option(names = "--now", description = "dry run and carrying out in one")
    private boolean now;

    /** The selection that is to be carried out; absent if there is to be a dry run first. */
    Optional<String> selection() {
        return selection;
    }

    boolean now() {
        return now;
    }

    /** @throws TroubleException unless exactly one way of choosing was used */
    ObjectNode dryRun() throws TroubleException {
        int ways = (ids.isEmpty() ? 0 : 1)
                + (group.isPresent() ? 1 : 0)
                + (party.isPresent() ? 1 : 0)
                + (selection.isPresent() ? 1 : 0);
        if (ways != 1) {
            throw new TroubleException(
                    "Say which dead notices you mean, in one way: their ids, --group, --party or --selection.");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("dryRun", true);
        ObjectNode choice = body.putObject("selection");
        ids.forEach(id -> choice.withArray("ids").add(id));
        group.ifPresent(id -> choice.put("group", id));
        party.ifPresent(id -> choice.put("party", id));
        return body;
    }

    /** What a dry run says. */
    static List<String> lines(JsonNode plan, String verb) {
        List<String> lines = new ArrayList<>();
        plan.path("parties")
                .forEach(one -> lines.add(Text.always(one, "party") + ": "
                        + Text.count(one.path("notices").asLong(), "notice")
                        + (one.path("parked").asLong() > 0
                                ? ", and " + one.path("parked").asLong() + " that wait behind them"
                                : "")));
        var table = new Columns("NOTICE", "CASE", "TO", "AS", "VIEW", "CAUSE");
        plan.path("items")
                .forEach(item -> table.add(
                        Text.always(item, "noticeId"),
                        Text.always(item, "caseRef"),
                        Names.party(item),
                        Text.words(Text.always(item, "role")),
                        Text.always(item, "view"),
                        Text.always(item, "cause")));
        if (!plan.path("items").isEmpty()) {
            lines.addAll(table.lines());
        }
        plan.path("skipped")
                .forEach(item -> lines.add(
                        "left out: " + Text.always(item, "noticeId") + ", " + Text.words(Text.always(item, "why"))));
        if (plan.path("more").asLong() > 0) {
            lines.add("There are more than one selection holds (" + Text.always(plan, "limit")
                    + "); repeat this afterwards.");
        }
        plan.path("attention").forEach(item -> lines.add(Text.always(item, "text")));
        lines.add(Text.of(plan, "selection")
                .map(id -> "Nothing is done yet. To " + verb + " exactly these: dead " + verb + " --selection " + id)
                .orElse("There is nothing to " + verb + "."));
        return lines;
    }
}
