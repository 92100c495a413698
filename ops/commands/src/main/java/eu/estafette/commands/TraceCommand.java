package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The whole way of an event, case or notice. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Shows the whole way of an event, a case or a notice, step by step.")
final class TraceCommand implements Callable<Integer> {

    @Mixin
    private final HubOptions options = new HubOptions();

    @Parameters(paramLabel = "REF", description = "An event id, a sender's business key, a caseRef or a notice id.")
    private String ref = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    TraceCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        // slashes stay: business keys have them, and servers refuse them encoded
        String name = URLEncoder.encode(ref, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
        return Answers.show(
                options.connect(surroundings).get("/api/ops/trace/" + name),
                options.json(),
                spec.commandLine().getOut(),
                this::print);
    }

    private void print(JsonNode trace, PrintWriter out) {
        var table = Table.leftAligned(4).row("WHEN", "WHO", "WHAT", "");
        trace.path("items").forEach(item -> TraceLines.of(item)
                .forEach(line -> table.row(
                        Words.second(item.path("at"), surroundings.zone()), line.who(), line.what(), line.more())));
        table.print(out);
        if (!trace.path("complete").asBoolean(true)) {
            out.println("There is more than one answer holds; trace a single event or notice of it.");
        }
    }
}
