package eu.estafette.commands;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.CsvText;
import eu.estafette.domain.table.RulesetFault;
import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.Rulesets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds all that is wrong with the next-step tables, as the hub's start would. */
@Command(
        name = "check",
        abbreviateSynopsis = true,
        description = {
            "Checks the next-step tables as a whole and lists all faults, each with file, line and row.",
            "Without --config, or without a folder rulesets/ in it, the shipped tables are checked."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:all tables are fine", "1:a table has a fault; a hub would not start with it", "2:wrong use"})
final class RulesCheckCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private CheckOptions options = new CheckOptions();

    private RulesCheckCommand(Surroundings around) {
        this.around = around;
    }

    static CommandLine group(Surroundings around) {
        var group = new CommandLine(new CheckGroup())
                .addSubcommand(new RulesCheckCommand(around))
                .addSubcommand(new RulesExplainCommand());
        group.getCommandSpec()
                .name("rules")
                .usageMessage()
                .description("Checks the next-step tables, or explains what they make of a case.");
        return group;
    }

    @Override
    public Integer call() throws TroubleException {
        List<RulesetSource> tables = Tables.of(options.config());
        List<RulesetFault> faults = Rulesets.check(tables, Catalogue.shipped());
        if (faults.isEmpty()) {
            faults = faultsWithParties(tables);
        }
        long rows = tables.stream().mapToLong(RulesCheckCommand::rows).sum();
        options.print(forPrograms(tables.size(), rows, faults), forPeople(tables.size(), rows, faults));
        return Exit.attentionIf(!faults.isEmpty());
    }

    /** Registers that tables name must be there; without a folder of parties nobody can tell. */
    private List<RulesetFault> faultsWithParties(List<RulesetSource> tables) throws TroubleException {
        Optional<ConfigFolder> config = options.config();
        if (config.isEmpty()) {
            return List.of();
        }
        Rulesets rulesets = Rulesets.load(tables, Catalogue.shipped());
        return PartiesCheckCommand.beside(config.get(), rulesets, around)
                .map(rulesets::faultsWith)
                .orElse(List.of());
    }

    /** A line that only names a chain of owners is no rule. */
    private static long rows(RulesetSource table) {
        return CsvText.parse(table.file(), table.text()).rows().stream()
                .map(row -> row.cell(0))
                .filter(id -> !id.startsWith("@"))
                .count();
    }

    private static List<String> forPeople(int tables, long rows, List<RulesetFault> faults) {
        List<String> lines = new ArrayList<>();
        for (RulesetFault fault : faults) {
            lines.add(fault.file()
                    + (fault.line() > 0 ? ":" + fault.line() : "")
                    + (fault.row().isEmpty() ? "" : " row " + fault.row())
                    + ": " + fault.message() + " (" + fault.kind() + ")");
        }
        lines.add(
                faults.isEmpty()
                        ? Text.count(tables, "table") + " with " + Text.count(rows, "row") + ": all fine."
                        : Text.count(faults.size(), "fault") + " in " + Text.count(tables, "table") + " with "
                                + Text.count(rows, "row") + ". A hub does not start with them.");
        return lines;
    }

    private static Map<String, Object> forPrograms(int tables, long rows, List<RulesetFault> faults) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("tables", tables);
        result.put("rows", rows);
        result.put("faults", faults);
        return result;
    }
}
