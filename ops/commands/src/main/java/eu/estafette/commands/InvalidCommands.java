package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be done about events that were accepted and could not be decided. */
final class InvalidCommands {

    static final String PATH = "/api/ops/invalid";

    private InvalidCommands() {}

    static CommandLine group(Surroundings around) {
        var group = new CommandLine(new CheckGroup())
                .addSubcommand(new InvalidListCommand(new HubOptions(around)))
                .addSubcommand(new Show(new HubOptions(around)))
                .addSubcommand(new Replay(new HubOptions(around)))
                .addSubcommand(new Discard(new HubOptions(around)));
        group.getCommandSpec()
                .name("invalid")
                .usageMessage()
                .description("Shows the events that could not be decided, puts them back, or gives them up.");
        return group;
    }

    @Command(
            name = "show",
            abbreviateSynopsis = true,
            description = {
                "Shows one of them.",
                "What it holds shows only with --reason, and that it was read goes on record."
            },
            exitCodeListHeading = Exit.HEADING,
            exitCodeList = {"0:it is there", "1:nothing of this name is invalid", Exit.HUB_TEXT})
    static final class Show implements Callable<Integer> {

        @Mixin
        private HubOptions options;

        @Mixin
        private OnRecord event = new OnRecord();

        Show(HubOptions options) {
            this.options = options;
        }

        @Override
        public Integer call() throws TroubleException {
            HubAnswer answer = options.hub()
                    .get(new Query(PATH + "/" + Query.part(event.id()))
                            .with("reason", event.reason().text())
                            .toString());
            options.print(
                    answer,
                    () -> answer.found()
                            ? lines(answer.json())
                            : List.of("Nothing is invalid under " + event.id() + "."));
            return Exit.attentionIf(!answer.found());
        }

        private static List<String> lines(JsonNode report) {
            List<String> lines = new ArrayList<>();
            JsonNode one = report.path("event");
            one.properties().stream()
                    .filter(field -> field.getValue().isValueNode())
                    .forEach(field -> lines.add(field.getKey() + ": " + Text.always(one, field.getKey())));
            JsonNode headers = one.path("headers");
            headers.properties()
                    .forEach(header ->
                            lines.add("header " + header.getKey() + ": " + Text.always(headers, header.getKey())));
            lines.add(Text.of(report, "content")
                    .map(content -> "content: " + content)
                    .orElse("(--reason shows its content)"));
            return lines;
        }
    }

    /** What ends it. */
    private abstract static class End implements Callable<Integer> {

        @Mixin
        private HubOptions options;

        @Mixin
        private OnRecord event = new OnRecord();

        private final String verb;

        End(HubOptions options, String verb) {
            this.options = options;
            this.verb = verb;
        }

        abstract void giveReason(ReasonOption why, ObjectNode body) throws TroubleException;

        @Override
        public Integer call() throws TroubleException {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", event.id());
            giveReason(event.reason(), body);
            HubAnswer done = options.hub().post(PATH + "/" + verb, body.toString());
            options.print(
                    done,
                    () -> List.of(Text.always(done.json(), "place") + " is "
                            + Text.words(Text.always(done.json(), "state")) + "."));
            return Exit.OK;
        }
    }

    @Command(
            name = "replay",
            abbreviateSynopsis = true,
            description = {
                "Puts one back, unchanged, to be decided as if it came now.",
                "A part that never became an event is read again by its connector, soon: it is gone from the list then, or stands there with the reason of then."
            },
            exitCodeListHeading = Exit.HEADING,
            exitCodeList = {"0:it is put back", Exit.HUB_TEXT})
    static final class Replay extends End {

        Replay(HubOptions options) {
            super(options, "replay");
        }

        @Override
        void giveReason(ReasonOption why, ObjectNode body) {
            why.into(body);
        }
    }

    @Command(
            name = "discard",
            abbreviateSynopsis = true,
            description = "Gives one up; it is never decided.",
            exitCodeListHeading = Exit.HEADING,
            exitCodeList = {"0:it is given up", Exit.HUB_TEXT})
    static final class Discard extends End {

        Discard(HubOptions options) {
            super(options, "discard");
        }

        @Override
        void giveReason(ReasonOption why, ObjectNode body) throws TroubleException {
            why.neededIn(body);
        }
    }
}
