package eu.estafette.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives dead letters up. */
@Command(
        name = "discard",
        abbreviateSynopsis = true,
        description = {
            "Gives notices up that were refused for good: first says which, then, with a reason, does it.",
            "They never reach their receivers; what waits behind them goes on."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {
            "0:it was shown or given, with --wait carried out",
            "1:carried out in part, or not yet",
            Exit.HUB_TEXT
        })
final class DeadDiscardCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Mixin
    private DeadLetters letters = new DeadLetters();

    @Mixin
    private CommandOptions following = new CommandOptions();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    DeadDiscardCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        return new DeadOrder(options, letters, following).carryOut("discard", reason::into);
    }
}
