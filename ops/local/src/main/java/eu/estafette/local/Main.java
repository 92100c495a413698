package eu.estafette.local;

import eu.estafette.local.broker.LocalBrokerMain;
import eu.estafette.local.database.LocalDatabaseMain;
import eu.estafette.local.demo.DemoCommand;
import eu.estafette.local.issuer.TokenIssuerMain;
import eu.estafette.local.registry.LocalRegistryMain;
import eu.estafette.local.run.RunCommand;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the local mode's jar: each subcommand is one thing that can run on this machine. */
@Command(
        name = "estafette",
        description = "Runs Estafette, or one of the servers it needs, on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            DemoCommand.class,
            LocalBrokerMain.class,
            LocalDatabaseMain.class,
            LocalRegistryMain.class,
            TokenIssuerMain.class
        })
public final class Main {

    public static void main(String... args) {
        System.exit(run(new Main(), args));
    }

    /** Exit code: 0 ended as asked, 1 could not do it (one sentence on the error stream), 2 wrong use. */
    public static int run(Object command, String... args) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof IOException)) {
                        throw failure; // a fault of ours: with its trace
                    }
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(args);
    }
}
