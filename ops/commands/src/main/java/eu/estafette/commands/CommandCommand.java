package eu.estafette.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What has come of an operator's command. */
@Command(
        name = "command",
        abbreviateSynopsis = true,
        description = "Shows what has come of a command that was given, notice by notice.",
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:it goes well", "1:it ended before all was done, or a notice died again", Exit.HUB_TEXT})
final class CommandCommand implements Callable<Integer> {

    @Mixin
    private HubOptions options;

    @Mixin
    private CommandOptions following = new CommandOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "as it was printed when the command was given")
    private String id = "";

    CommandCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        return following.show(options, options.hub(), id);
    }
}
