package eu.estafette.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops a lane for a while, and lets it run again. */
final class LaneCommands {

    private static final String LANES = "/api/ops/lanes/";

    private LaneCommands() {}

    @Command(
            name = "pause",
            abbreviateSynopsis = true,
            description = "Calls a party no more until it is resumed; what comes for it waits, and nothing is lost.",
            exitCodeListHeading = Exit.HEADING,
            exitCodeList = {"0:given, with --wait carried out", "1:not carried out", Exit.HUB_TEXT})
    static final class Pause implements Callable<Integer> {

        @Mixin
        private HubOptions options;

        @Mixin
        private CommandOptions following = new CommandOptions();

        @Parameters(index = "0", paramLabel = "PARTY", description = "its id")
        private String party = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the record")
        private Optional<String> reason = Optional.empty();

        Pause(HubOptions options) {
            this.options = options;
        }

        @Override
        public Integer call() throws TroubleException {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            reason.ifPresent(why -> body.put("reason", why));
            HubClient hub = options.hub();
            return following.follow(options, hub, hub.post(LANES + Query.part(party) + "/pause", body.toString()));
        }
    }

    @Command(
            name = "resume",
            abbreviateSynopsis = true,
            description = "Calls a paused party again, with --rate no faster than it can take what has waited.",
            exitCodeListHeading = Exit.HEADING,
            exitCodeList = {"0:given, with --wait carried out", "1:not carried out", Exit.HUB_TEXT})
    static final class Resume implements Callable<Integer> {

        @Mixin
        private HubOptions options;

        @Mixin
        private CommandOptions following = new CommandOptions();

        @Parameters(index = "0", paramLabel = "PARTY", description = "its id")
        private String party = "";

        @Option(names = "--rate", paramLabel = "N", description = "at most so many calls a second")
        private Optional<Integer> rate = Optional.empty();

        @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the record")
        private Optional<String> reason = Optional.empty();

        Resume(HubOptions options) {
            this.options = options;
        }

        @Override
        public Integer call() throws TroubleException {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            rate.ifPresent(calls -> body.put("rate", calls));
            reason.ifPresent(why -> body.put("reason", why));
            HubClient hub = options.hub();
            return following.follow(options, hub, hub.post(LANES + Query.part(party) + "/resume", body.toString()));
        }
    }
}
