package eu.estafette.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends dead letters once more, to the receivers that refused them and nobody else. */
@Command(
        name = "replay",
        abbreviateSynopsis = true,
        description = {
            "Sends notices once more that were refused for good: first says which, then does it.",
            "One goes first, and the others only once it has arrived; what waits behind them follows in its order."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {
            "0:it was shown or given, with --wait carried out",
            "1:carried out in part, or not yet",
            Exit.HUB_TEXT
        })
final class DeadReplayCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Mixin
    private DeadLetters letters = new DeadLetters();

    @Mixin
    private CommandOptions following = new CommandOptions();

    @Option(names = "--no-canary", description = "all at once, without trying one first")
    private boolean noCanary;

    @Option(names = "--wave", paramLabel = "N", description = "so many at once, the next when these have arrived")
    private Optional<Integer> wave = Optional.empty();

    @Option(names = "--rate", paramLabel = "N", description = "at most so many calls a second")
    private Optional<Integer> rate = Optional.empty();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    DeadReplayCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        return new DeadOrder(options, letters, following).carryOut("replay", this::terms);
    }

    private void terms(ObjectNode body) {
        body.put("canary", !noCanary);
        wave.ifPresent(many -> body.put("wave", many));
        rate.ifPresent(calls -> body.put("rate", calls));
        reason.into(body);
    }
}
