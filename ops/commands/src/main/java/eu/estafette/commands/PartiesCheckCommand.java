package eu.estafette.commands;

import eu.estafette.connector.webhook.WebhookConnector;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.RulesetException;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.Available;
import eu.estafette.kit.party.LoadedParties;
import eu.estafette.kit.party.PartyLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds all that is wrong with the parties' files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the parties' files as a whole; shows every fault with file and line.")
final class PartiesCheckCommand implements Callable<Integer> {

    /** The connectors that come with the hub. */
    private static final List<OutboundConnector> CONNECTORS = List.of(new WebhookConnector());

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of the configuration, with parties/ in it. Default: here.")
    private @Nullable Path config;

    @Option(
            names = "--identifiers",
            paramLabel = "MODE",
            defaultValue = "PRODUCTION",
            description = "production refuses test numbers, test takes both kinds. Default: production.")
    private IdentifierMode identifiers = IdentifierMode.PRODUCTION;

    @Option(names = "--json", description = "Print the faults as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    PartiesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var folder = ConfigFolder.of(Optional.ofNullable(config), surroundings);
        var available = Available.of(names(folder), CONNECTORS, identifiers, surroundings.environment());
        LoadedParties parties = new PartyLoader(available).load(folder.parties());
        return new CheckReport("parties")
                .print(
                        parties.parties().size(),
                        parties.faults().stream()
                                .map(fault -> new CheckReport.Fault(fault.file(), fault.line(), fault.text()))
                                .toList(),
                        json,
                        spec.commandLine().getOut());
    }

    /** Parties name rulesets, so the tables must be sound first. */
    private static Set<String> names(ConfigFolder folder) {
        try {
            return Rulesets.load(folder.rulesets(), Catalogue.shipped()).names();
        } catch (RulesetException faults) {
            throw CommandException.attention(
                    "The next-step tables have %d faults, see 'rules check'; the parties were not checked."
                            .formatted(faults.faults().size()));
        }
    }
}
