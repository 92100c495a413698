package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Tells the hub what is to be done with held events, one after the other, and the operator what came of each. */
final class HoldOutcome {

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "how long to wait for what came of each, at most (default: ${DEFAULT-VALUE})")
    private int timeout = 10;

    /**
     * Says it of each; stops at one that the hub does not take.
     *
     * @param terms what is said of each, but for its id
     */
    int each(HubOptions options, List<String> ids, String verb, ObjectNode terms) throws TroubleException {
        HubClient hub = options.hub();
        boolean attention = false;
        for (String id : ids) {
            String body = terms.deepCopy().put("id", id).toString();
            HubAnswer given = hub.post(HoldCommands.PATH + "/" + verb, body);
            HubAnswer report = report(hub, Text.always(given.json(), "review"));
            options.print(
                    report.found() ? report : given,
                    () -> List.of(report.found() ? outcome(options, report.json()) : undecided(given.json())));
            attention |= !report.found() || report.needsAttention();
        }
        return Exit.attentionIf(attention);
    }

    private HubAnswer report(HubClient hub, String review) throws TroubleException {
        long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (true) {
            HubAnswer report = hub.get(HoldCommands.PATH + "/reviews/" + Query.part(review));
            if (report.found() || System.nanoTime() > end) {
                return report;
            }
            CommandOptions.pause();
        }
    }

    private static String outcome(HubOptions options, JsonNode report) {
        String event = Text.always(report, "place") + ": ";
        if (Text.of(report, "until").isPresent()) {
            return event + "still held, and waits for "
                    + HoldListCommand.waitsFor(Text.always(report, "eventReason")) + " until "
                    + options.moments().of(report, "until") + ".";
        }
        if (!report.path("attention").isEmpty()) {
            return event + Text.always(report.path("attention").path(0), "text");
        }
        return event + Text.words(Text.always(report, "eventState"))
                + Text.of(report, "eventReason")
                        .map(why -> ", " + Text.words(why))
                        .orElse("") + ".";
    }

    private static String undecided(JsonNode given) {
        return Text.always(given, "place") + ": taken, and not decided yet. To see what comes of it: trace "
                + Text.always(given, "review");
    }
}
