package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One event that is held. */
@Command(
        name = "show",
        abbreviateSynopsis = true,
        description = {
            "Shows one event that is held: what it waits for, since when and until when.",
            "What it holds shows only with --reason, and that it was read goes on record."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:it is there", "1:nothing of this name is held", Exit.HUB_TEXT})
final class HoldShowCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Mixin
    private OnRecord event = new OnRecord();

    HoldShowCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubAnswer answer = options.hub()
                .get(new Query(HoldCommands.PATH + "/" + Query.part(event.id()))
                        .with("reason", event.reason().text())
                        .toString());
        options.print(
                answer,
                () -> answer.found() ? lines(answer.json()) : List.of("Nothing is held under " + event.id() + "."));
        return Exit.attentionIf(!answer.found());
    }

    private List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        JsonNode held = report.path("event");
        lines.add("It waits for " + HoldListCommand.waitsFor(Text.always(held, "reason")) + ", since "
                + options.moments().of(held, "acceptedAt") + ", until "
                + options.moments().of(held, "until") + " (" + options.moments().zone() + ").");
        held.path("notices").forEach(notice -> lines.add(consent(notice)));
        held.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .forEach(field -> lines.add(field.getKey() + ": " + Text.always(held, field.getKey())));
        lines.add(content(report));
        return lines;
    }

    private String consent(JsonNode notice) {
        return "Consent for " + Text.words(Text.list(notice.path("categories"))) + " before it goes to "
                + Names.party(notice) + " as " + Text.words(Text.always(notice, "role")) + ", until "
                + options.moments().of(notice, "until") + ".";
    }

    private static String content(JsonNode report) {
        return report.path("masked").asBoolean()
                ? "(--reason shows its content)"
                : Text.of(report, "content")
                        .map(content -> "content: " + content)
                        .orElse("Its content is no longer kept.");
    }
}
