package eu.estafette.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What commands belong to: {@code rules}, {@code parties} or {@code hold}. Does nothing by itself. */
@Command(synopsisSubcommandLabel = "COMMAND")
final class CheckGroup {

    @Mixin
    HelpOption help = new HelpOption();
}
