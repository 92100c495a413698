package eu.estafette.bench.router;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints one line; what it is doing goes to the error stream. */
@Command(
        name = "clocks",
        description =
                "What the router's throughput loses to clocks that wait, in other cases than those that are routed.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class ClocksCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--clocks", paramLabel = "N", defaultValue = "1000000", description = "that wait")
    private int clocks;

    @Option(names = "--events", paramLabel = "N", defaultValue = "60000", description = "measured events per round")
    private int events;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "20000", description = "that are routed")
    private int cases;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "each without and with the clocks")
    private int rounds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "the same seed, the same events")
    private long seed;

    @Override
    public Integer call() {
        var size = new ClocksBench.Size(cases, events, clocks, rounds, seed);
        var jvm = new CompetitorJvm(List.of(), Optional.empty());
        var result = new ClocksBench(size, jvm, spec.commandLine().getErr()).run();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "{\"clocks\":%d,\"eventsPerSecondWithout\":%.0f,\"eventsPerSecondWith\":%.0f,"
                                + "\"cpuMicrosWithout\":%.1f,\"cpuMicrosWith\":%.1f,\"ratio\":%.3f}%n",
                        clocks,
                        result.without(),
                        result.with(),
                        result.cpuWithout(),
                        result.cpuWith(),
                        result.with() / result.without());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
