package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole way of an event, a case or a notice. */
@Command(
        name = "trace",
        abbreviateSynopsis = true,
        description = "Shows what became of an event, a case or a notice: one line for each thing that happened.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {Exit.OK_TEXT, "1:nothing was found, or something on the way is stuck", Exit.HUB_TEXT})
final class TraceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HubOptions options;

    @Parameters(
            paramLabel = "REF",
            description = "an event id, a sender's business key, a caseRef or a notice id; never a person number")
    private String ref = "";

    TraceCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        if (ref.isBlank()) {
            throw new ParameterException(spec.commandLine(), "REF is empty.");
        }
        HubAnswer answer = options.hub().get("/api/ops/trace?ref=" + URLEncoder.encode(ref, StandardCharsets.UTF_8));
        if (!answer.found()) {
            options.print(
                    answer,
                    () -> List.of("Nothing was found for " + ref
                            + ": the hub knows no event id, business key, caseRef or notice id like this."));
            return Exit.ATTENTION;
        }
        options.print(answer, () -> lines(answer.json()));
        return Exit.attentionIf(answer.needsAttention());
    }

    private List<String> lines(JsonNode trace) {
        Moments moments = options.moments();
        var table = new Columns("WHEN", "WHO", "WHAT");
        inOrder(trace.path("items")).forEach(item -> TraceLine.of(item)
                .forEach(line -> table.add(moments.of(item, "at"), line.who(), line.what())));
        List<String> lines = new ArrayList<>(table.lines());
        if (!trace.path("complete").asBoolean()) {
            lines.add("There is more than one answer holds: trace a single event or notice for its own part.");
        }
        lines.add("");
        lines.add(cases(trace.path("caseRefs")) + "Times in " + moments.zone() + ".");
        lines.addAll(Attention.lines(trace));
        return lines;
    }

    /** The hub keeps together what one decision did; an event that came in between belongs before it. */
    private static List<JsonNode> inOrder(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .sorted(Comparator.comparing(
                        item -> Instant.parse(item.path("at").asText())))
                .toList();
    }

    private static String cases(JsonNode refs) {
        return refs.isEmpty() ? "" : (refs.size() == 1 ? "Case " : "Cases ") + Text.list(refs) + ". ";
    }
}
