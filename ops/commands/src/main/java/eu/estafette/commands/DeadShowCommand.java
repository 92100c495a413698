package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One dead letter. */
@Command(
        name = "show",
        abbreviateSynopsis = true,
        description = {
            "Shows one notice that was refused for good, and what happened in its case.",
            "What it holds shows only with --reason, and that it was read goes on record."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:it is there", "1:no notice has this id", Exit.HUB_TEXT})
final class DeadShowCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Mixin
    private OnRecord letter = new OnRecord();

    DeadShowCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        HubAnswer answer = options.hub()
                .get(new Query("/api/ops/dead/" + Query.part(letter.id()))
                        .with("reason", letter.reason().text())
                        .toString());
        options.print(
                answer,
                () -> answer.found() ? lines(answer.json()) : List.of("No notice has the id " + letter.id() + "."));
        return Exit.attentionIf(!answer.found());
    }

    private static String content(JsonNode report) {
        boolean masked = report.path("masked").asBoolean();
        if (Text.of(report.path("letter"), "view").filter("UNKNOWN"::equals).isPresent()) {
            return masked
                    ? "Nobody can read it (--reason shows its bytes)."
                    : Text.of(report, "raw")
                            .map(raw -> "Nobody can read it. Its bytes, in base64: " + raw)
                            .orElse("Nobody could read it, and it is no longer kept.");
        }
        return report.has("notice")
                ? "The notice" + (masked ? ", masked (--reason shows it):" : ":")
                : "The notice is no longer kept.";
    }

    private List<String> lines(JsonNode report) {
        JsonNode about = report.path("letter");
        var facts = new Columns("", "");
        about.properties().forEach(field -> facts.add(field.getKey(), Text.always(about, field.getKey())));
        report.path("headers")
                .properties()
                .forEach(header ->
                        facts.add("header " + header.getKey(), Text.always(report.path("headers"), header.getKey())));
        List<String> lines = new ArrayList<>(facts.lines().stream().skip(1).toList());
        lines.add("");
        lines.add(content(report));
        report.path("notice").properties().forEach(part -> lines.add("  " + part.getKey() + ": " + part.getValue()));
        lines.add("");
        report.path("timeline").forEach(item -> TraceLine.of(item)
                .forEach(line -> lines.add(options.moments().of(item, "at") + "  " + line.who() + " " + line.what())));
        return lines;
    }
}
