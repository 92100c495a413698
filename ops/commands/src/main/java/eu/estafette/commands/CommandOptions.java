package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Whether somebody waits until a command has been carried out, and how that is told. */
final class CommandOptions {

    private static final Set<String> ENDS = Set.of("DONE", "STOPPED", "REFUSED");
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Option(names = "--wait", description = "wait until the command has been carried out")
    private boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "how long at most (default: ${DEFAULT-VALUE})")
    private int timeout = 600;

    /** @param given what the hub said when it took the command */
    int follow(HubOptions options, HubClient hub, HubAnswer given) throws TroubleException {
        String id = Text.always(given.json(), "command");
        if (!wait) {
            options.print(given, () -> List.of("Given as command " + id + ". To see what comes of it: command " + id));
            return Exit.OK;
        }
        return show(options, hub, id);
    }

    /** Prints what has come of a command, at its end where that is waited for. */
    int show(HubOptions options, HubClient hub, String id) throws TroubleException {
        HubAnswer report = report(hub, id);
        options.print(report, () -> lines(report.json()));
        boolean trouble =
                report.needsAttention() || report.json().path("counts").has("DEAD");
        boolean late = wait && !isOver(report.json());
        return Exit.attentionIf(trouble || late);
    }

    private HubAnswer report(HubClient hub, String id) throws TroubleException {
        long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (true) {
            HubAnswer report = hub.get("/api/ops/commands/" + Query.part(id));
            boolean over = report.found() && isOver(report.json());
            if (over || !wait || System.nanoTime() > end) {
                if (!report.found()) {
                    throw new TroubleException("The hub knows no command " + id + ".");
                }
                return report;
            }
            pause();
        }
    }

    private static boolean isOver(JsonNode report) {
        return ENDS.contains(Text.always(report, "state"));
    }

    static void pause() throws TroubleException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TroubleException("Stopped waiting; the command goes on.", e);
        }
    }

    private static List<String> lines(JsonNode report) {
        List<String> lines = new ArrayList<>();
        lines.add("Command " + Text.always(report, "command") + ", "
                + Text.words(Text.of(report, "kind").orElse("command")) + ": "
                + Text.words(Text.always(report, "state")));
        report.path("counts")
                .properties()
                .forEach(count -> lines.add("  " + Text.words(count.getKey()) + ": "
                        + count.getValue().asText()));
        report.path("parts").forEach(part -> Text.of(part, "detail")
                .ifPresent(detail -> lines.add("  " + Text.always(part, "party") + " "
                        + Text.words(Text.always(part, "state")) + ": " + detail)));
        var table = new Columns("NOTICE", "TO", "STATE", "STATUS", "WHY");
        report.path("items")
                .forEach(item -> table.add(
                        Text.always(item, "noticeId"),
                        Text.always(item, "party"),
                        Text.words(Text.always(item, "state")),
                        Text.always(item, "status"),
                        Text.of(item, "detail")
                                .or(() -> Text.of(item, "reason"))
                                .orElse("")));
        if (!report.path("items").isEmpty()) {
            lines.addAll(table.lines());
        }
        return lines;
    }
}
