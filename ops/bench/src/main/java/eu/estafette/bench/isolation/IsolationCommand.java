package eu.estafette.bench.isolation;

import eu.estafette.bench.isolation.IsolationBench.Delays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a line for each trouble; what it is doing goes to the error stream. */
@Command(
        name = "isolation",
        description = "How much longer 49 partners wait for their notices because the fiftieth is in trouble.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class IsolationCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "20", description = "measured per run")
    private int seconds;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "250", description = "notices a second, to all together")
    private int rate;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "each with every trouble once")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        var size = new IsolationBench.Size(seconds, rate, rounds);
        Map<Trouble, Delays> found = new IsolationBench(size, spec.commandLine().getErr()).run();
        Delays well = Objects.requireNonNull(found.get(Trouble.NONE));
        found.forEach((trouble, delays) -> spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "{\"trouble\":\"%s\",\"p50Millis\":%.1f,\"p99Millis\":%.1f,\"delivered\":%d,\"missing\":%d,\"ratio\":%.2f}%n",
                        trouble,
                        delays.p50(),
                        delays.p99(),
                        delays.delivered(),
                        delays.missing(),
                        delays.p99() / well.p99()));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
