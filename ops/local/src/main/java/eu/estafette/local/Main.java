package eu.estafette.local;

import eu.estafette.local.broker.LocalBrokerMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the local mode's jar: each subcommand is one thing that can run on this machine. */
@Command(
        name = "estafette",
        description = "Runs Estafette, or one of the servers it needs, on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LocalBrokerMain.class})
public final class Main {

    public static void main(String... args) {
        System.exit(run(new Main(), args));
    }

    /** Exit code: 0 ended as asked, 1 could not do it (one sentence on the error stream), 2 wrong use. */
    public static int run(Object command, String... args) {
        return new CommandLine(command)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(args);
    }
}
