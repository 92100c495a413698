package eu.estafette.local;

import eu.estafette.local.broker.LocalBrokerMain;
import eu.estafette.local.database.LocalDatabaseMain;
import eu.estafette.local.demo.DemoCommand;
import eu.estafette.local.issuer.TokenIssuerMain;
import eu.estafette.local.registry.LocalRegistryMain;
import eu.estafette.local.run.RunCommand;
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
        System.exit(Launch.run(new Main(), args));
    }
}
