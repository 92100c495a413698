package eu.estafette.commands;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.RulesetException;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.Available;
import eu.estafette.kit.party.LoadedParties;
import eu.estafette.kit.party.PartyFault;
import eu.estafette.kit.party.PartyLoader;
import eu.estafette.kit.party.PartyRegistry;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Finds all that is wrong with the party files. Connectors are known by name only: what a connector would find wrong with an address of its
 * own shows when the hub starts.
 */
@Command(
        name = "check",
        abbreviateSynopsis = true,
        description = {
            "Checks the party files as a whole and lists all faults, each with file and line.",
            "Without --config, the parties of the hub that runs on this machine are checked.",
            "With --live that hub tries their addresses, too: whether it gets there, and is let in."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:all parties are fine", "1:a party has a fault; a hub would not start with it", "2:wrong use"
        })
final class PartiesCheckCommand implements Callable<Integer> {

    private static final Set<String> OUTBOUND = Set.of(
            "webhook", "cloudevents", "zgw", "mail", "dimona", "suwinet", "magda", "setu"); // mailbox is always there
    private static final Set<String> INBOUND =
            Set.of("training-csv", "dimona", "mutation-files", "zgw", "suwinet", "magda", "uwv-absence", "setu");

    private final Surroundings around;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(
            names = "--identifiers",
            paramLabel = "MODE",
            defaultValue = "test",
            description =
                    "production: refuse numbers of test organisations; test: let them in (default: ${DEFAULT-VALUE})")
    private IdentifierMode identifiers = IdentifierMode.TEST;

    @Option(
            names = "--live",
            description =
                    "have the hub that runs try every address of its own parties; nothing is sent and nothing is fetched")
    private boolean live;

    @Mixin
    private WhichHub which;

    private PartiesCheckCommand(Surroundings around) {
        this.around = around;
        this.which = new WhichHub(around);
    }

    static CommandLine group(Surroundings around) {
        var group = new CommandLine(new CheckGroup()).addSubcommand(new PartiesCheckCommand(around));
        group.getCommandSpec().name("parties").usageMessage().description("Checks the party files.");
        return group;
    }

    @Override
    public Integer call() throws TroubleException {
        return live ? tryOut() : check();
    }

    private Integer tryOut() throws TroubleException {
        HubAnswer answer = which.hub().getReport("/api/ops/parties/live");
        var tried = new LiveParties(answer.json());
        options.print(tried.forPrograms(), tried.lines());
        return Exit.attentionIf(answer.needsAttention());
    }

    private Integer check() throws TroubleException {
        Optional<ConfigFolder> named = options.config();
        ConfigFolder config = named.isPresent() ? named.get() : ofThisMachine();
        var available = Available.of(rulesets(config), OUTBOUND, INBOUND, identifiers, around.environment());
        LoadedParties loaded = load(config.parties(), available);
        options.print(forPrograms(loaded), forPeople(loaded));
        return Exit.attentionIf(!loaded.faults().isEmpty());
    }

    /** Where a local hub lays out the parties it starts with. */
    private ConfigFolder ofThisMachine() throws TroubleException {
        for (Path data : around.dataFolders()) {
            var config = new ConfigFolder(data.resolve("config"));
            if (Files.isDirectory(config.parties())) {
                return config;
            }
        }
        throw new TroubleException(
                "No hub has run on this machine yet: name a folder with parties/ in it by --config.");
    }

    /** @throws TroubleException if the tables have faults: which rulesets a party may name is then not known */
    private static Set<String> rulesets(ConfigFolder config) throws TroubleException {
        try {
            return Rulesets.load(config.rulesets().orElseGet(ShippedRulesets::sources), Catalogue.shipped())
                    .names();
        } catch (RulesetException e) {
            throw new TroubleException(
                    "The tables have faults, so the parties cannot be checked yet: see rules check --config "
                            + config.root() + ".",
                    e);
        }
    }

    /** The parties beside tables, as far as they have no faults of their own; absent where there is no such folder. */
    static Optional<PartyRegistry> beside(ConfigFolder config, Rulesets tables, Surroundings around)
            throws TroubleException {
        if (!Files.isDirectory(config.parties())) {
            return Optional.empty();
        }
        var available = Available.of(tables.names(), OUTBOUND, INBOUND, IdentifierMode.TEST, around.environment());
        return Optional.of(new PartyRegistry(load(config.parties(), available).parties()));
    }

    private static LoadedParties load(Path folder, Available available) throws TroubleException {
        try {
            return new PartyLoader(available).load(folder);
        } catch (UncheckedIOException e) {
            throw new TroubleException("A file in " + folder + " cannot be read: check who may read it.", e);
        }
    }

    private static List<String> forPeople(LoadedParties loaded) {
        List<PartyFault> faults = loaded.faults();
        List<String> lines =
                new ArrayList<>(faults.stream().map(PartyFault::toString).toList());
        lines.add(
                faults.isEmpty()
                        ? parties(loaded.parties().size()) + ": all fine."
                        : Text.count(faults.size(), "fault") + "; "
                                + parties(loaded.parties().size()) + " without. A hub does not start with them.");
        return lines;
    }

    private static String parties(int many) {
        return many == 1 ? "1 party" : many + " parties";
    }

    private static Map<String, Object> forPrograms(LoadedParties loaded) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("parties", loaded.parties().size());
        result.put("faults", loaded.faults());
        return result;
    }
}
