package eu.estafette.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
        name = "estafette",
        mixinStandardHelpOptions = true,
        version = "Estafette 0.1.0",
        description = "Shows what a hub does, and checks its configuration.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is well",
            "1:something needs attention",
            "2:the command was given wrongly, or no hub answers"
        })
final class EstafetteCommand {

    private EstafetteCommand() {}

    static CommandLine in(Surroundings surroundings) {
        CommandLine commands = new CommandLine(new EstafetteCommand())
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new LanesCommand(surroundings))
                .addSubcommand(new StepsCommand(surroundings))
                .addSubcommand(new TraceCommand(surroundings))
                .addSubcommand(new CommandLine(new RulesCommand()).addSubcommand(new RulesCheckCommand(surroundings)))
                .addSubcommand(
                        new CommandLine(new PartiesCommand()).addSubcommand(new PartiesCheckCommand(surroundings)));
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(EstafetteCommand::tell);
    }

    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult ignored) throws Exception {
        if (failure instanceof CommandException expected) {
            command.getErr().println(expected.getMessage());
            return expected.exitCode();
        }
        throw failure;
    }

    /** Groups the commands about next-step tables. */
    @Command(
            name = "rules",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "The next-step tables.")
    static final class RulesCommand {}

    /** Groups the commands about parties. */
    @Command(
            name = "parties",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "The parties, as configured.")
    static final class PartiesCommand {}
}
