package eu.estafette.commands;

import picocli.CommandLine;

/** What can be done about notices that were refused for good. */
final class DeadCommands {

    private DeadCommands() {}

    static CommandLine group(Surroundings around) {
        var group = new CommandLine(new CheckGroup())
                .addSubcommand(new DeadListCommand(new HubOptions(around)))
                .addSubcommand(new DeadShowCommand(new HubOptions(around)))
                .addSubcommand(new DeadReplayCommand(new HubOptions(around)))
                .addSubcommand(new DeadEditCommand(new HubOptions(around)))
                .addSubcommand(new DeadDiscardCommand(new HubOptions(around)));
        group.getCommandSpec()
                .name("dead")
                .usageMessage()
                .description("Shows the notices that were refused for good, sends them once more, or gives them up.");
        return group;
    }
}
