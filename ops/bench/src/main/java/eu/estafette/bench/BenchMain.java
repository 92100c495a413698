package eu.estafette.bench;

import eu.estafette.bench.decide.DecideCommand;
import eu.estafette.bench.isolation.IsolationCommand;
import eu.estafette.bench.router.ClocksCommand;
import eu.estafette.bench.router.RouterCommand;
import eu.estafette.local.Launch;
import picocli.CommandLine.Command;

/** Entry point of {@code ops/bench/run}: each subcommand is a benchmark. */
@Command(
        name = "ops/bench/run",
        description = "Measures the hub beside its competitors, or what one decision costs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK",
        subcommands = {RouterCommand.class, ClocksCommand.class, DecideCommand.class, IsolationCommand.class})
public final class BenchMain {

    public static void main(String... args) {
        System.exit(Launch.run(new BenchMain(), args));
    }
}
