package eu.estafette.commands;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.RulesetFault;
import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.Rulesets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds all that is wrong with the next-step tables. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the next-step tables as a whole; shows every fault with file and line.")
final class RulesCheckCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder of the configuration; its rulesets/ replaces the tables that come with the hub.")
    private @Nullable Path config;

    @Option(names = "--json", description = "Print the faults as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Surroundings surroundings;

    RulesCheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var folder = ConfigFolder.of(Optional.ofNullable(config), surroundings);
        List<RulesetSource> sources = folder.rulesets();
        List<RulesetFault> faults = Rulesets.check(sources, Catalogue.shipped());
        PrintWriter out = spec.commandLine().getOut();
        return new CheckReport(folder.ownsRulesets() ? "next-step tables" : "next-step tables that come with the hub")
                .print(
                        sources.size(),
                        faults.stream()
                                .map(fault -> new CheckReport.Fault(fault.file(), fault.line(), text(fault)))
                                .toList(),
                        json,
                        out);
    }

    private static String text(RulesetFault fault) {
        String row = fault.row().isEmpty() ? "" : "row " + fault.row() + ": ";
        return row + fault.message();
    }
}
