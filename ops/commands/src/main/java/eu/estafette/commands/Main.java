package eu.estafette.commands;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Entry point of the commands' jar, which the launcher starts. Exit codes: {@link Exit}. */
@Command(
        name = "estafette",
        description = "Asks a running hub, or checks what it is configured with.",
        synopsisSubcommandLabel = "COMMAND")
final class Main {

    @Mixin
    HelpOption help = new HelpOption();

    private Main() {}

    public static void main(String... args) {
        // Kafka's client logs, and nothing here listens
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int exit = commandLine(Surroundings.ofThisProcess())
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(args);
        System.exit(exit);
    }

    static CommandLine commandLine(Surroundings around) {
        return new CommandLine(new Main())
                .addSubcommand(new StatusCommand(new HubOptions(around)))
                .addSubcommand(new LanesCommand(new HubOptions(around)))
                .addSubcommand(StepsCommand.with(around))
                .addSubcommand(new TraceCommand(new HubOptions(around)))
                .addSubcommand(new OriginalCommand(around))
                .addSubcommand(new ReconcileCommand(new HubOptions(around)))
                .addSubcommand(HoldCommands.group(around))
                .addSubcommand(DeadCommands.group(around))
                .addSubcommand(InvalidCommands.group(around))
                .addSubcommand(new LaneCommands.Pause(new HubOptions(around)))
                .addSubcommand(new LaneCommands.Resume(new HubOptions(around)))
                .addSubcommand(new CommandCommand(new HubOptions(around)))
                .addSubcommand(RulesCheckCommand.group(around))
                .addSubcommand(PartiesCheckCommand.group(around))
                .addSubcommand(JournalVerifyCommand.group(around))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, args) -> wrongUse(wrong))
                .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line));
    }

    private static int wrongUse(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        line.getErr()
                .println(wrong.getMessage() + " (" + line.getCommandSpec().qualifiedName() + " --help tells more)");
        return Exit.WRONG_USE;
    }

    /** Never 1: a command that failed has not found that something needs attention. */
    private static int failed(Exception failure, CommandLine line) {
        if (failure instanceof TroubleException) {
            line.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(line.getErr()); // a fault of ours
        }
        return Exit.WRONG_USE;
    }

    /** The hub's answers are UTF-8 and are printed unchanged, whatever the terminal's locale. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }
}
