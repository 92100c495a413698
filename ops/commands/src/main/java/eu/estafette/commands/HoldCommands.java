package eu.estafette.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What can be done about events that are held. */
final class HoldCommands {

    static final String PATH = "/api/ops/held";

    private HoldCommands() {}

    static CommandLine group(Surroundings around) {
        var group = new CommandLine(new CheckGroup())
                .addSubcommand(new HoldListCommand(new HubOptions(around)))
                .addSubcommand(new HoldShowCommand(new HubOptions(around)))
                .addSubcommand(new Replay(new HubOptions(around)))
                .addSubcommand(new Discard(new HubOptions(around)));
        group.getCommandSpec()
                .name("hold")
                .usageMessage()
                .description(
                        "Shows what waits for a case, a role, an original or somebody's consent.",
                        "Has it decided again, or gives it up.");
        return group;
    }

    /** What is said of each. */
    private abstract static class Verdict implements Callable<Integer> {

        @Mixin
        private HubOptions options;

        @Parameters(paramLabel = "ID", arity = "1..*", description = "ids, or places as the list has them")
        private List<String> ids = new ArrayList<>();

        @Mixin
        private ReasonOption reason = new ReasonOption();

        @Mixin
        private HoldOutcome outcome = new HoldOutcome();

        private final String verb;

        Verdict(HubOptions options, String verb) {
            this.options = options;
            this.verb = verb;
        }

        abstract void giveReason(ReasonOption why, ObjectNode terms) throws TroubleException;

        @Override
        public Integer call() throws TroubleException {
            ObjectNode terms = JsonNodeFactory.instance.objectNode();
            giveReason(reason, terms);
            return outcome.each(options, ids, verb, terms);
        }
    }

    @Command(
            name = "replay",
            abbreviateSynopsis = true,
            description = {
                "Has held events decided again now.",
                "One that still lacks what it waits for stays held; what waits for consent is not for operators to end."
            },
            exitCodeListHeading = Exit.HEADING,
            exitCodeList = {"0:all of them were decided", "1:some are still held, or not decided yet", Exit.HUB_TEXT})
    static final class Replay extends Verdict {

        Replay(HubOptions options) {
            super(options, "replay");
        }

        @Override
        void giveReason(ReasonOption why, ObjectNode terms) {
            why.into(terms);
        }
    }

    @Command(
            name = "discard",
            abbreviateSynopsis = true,
            description = {
                "Gives held events up: they are never decided.",
                "Their senders see that they were refused as DISCARDED; what waits for consent ends by itself."
            },
            exitCodeListHeading = Exit.HEADING,
            exitCodeList = {"0:all of them are given up", "1:some are not, or not yet", Exit.HUB_TEXT})
    static final class Discard extends Verdict {

        Discard(HubOptions options) {
            super(options, "discard");
        }

        @Override
        void giveReason(ReasonOption why, ObjectNode terms) throws TroubleException {
            why.neededIn(terms);
        }
    }
}
