package eu.estafette.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

        @Mixin
        private OnRecord party = new OnRecord();

        Pause(HubOptions options) {
            this.options = options;
        }

        @Override
        public Integer call() throws TroubleException {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            party.reason().into(body);
            HubClient hub = options.hub();
            return following.follow(options, hub, hub.post(LANES + Query.part(party.id()) + "/pause", body.toString()));
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

        @Mixin
        private OnRecord party = new OnRecord();

        @Option(names = "--rate", paramLabel = "N", description = "at most so many calls a second")
        private Optional<Integer> rate = Optional.empty();

        Resume(HubOptions options) {
            this.options = options;
        }

        @Override
        public Integer call() throws TroubleException {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            rate.ifPresent(calls -> body.put("rate", calls));
            party.reason().into(body);
            HubClient hub = options.hub();
            return following.follow(
                    options, hub, hub.post(LANES + Query.part(party.id()) + "/resume", body.toString()));
        }
    }
}
