package eu.estafette.bench.decide;

import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a line per table and event. */
@Command(
        name = "decide",
        description =
                "What one decision costs on one core: an ordinary and a heavy event, on the heaviest of the shipped tables "
                        + "and on made ones of 20, 100 and 500 rows, all for these events; and which part of it is the table.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class DecideCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "1", description = "per iteration; ten for each line")
    private int seconds;

    @Option(names = "--smoke", description = "an instant of each: whether it works, not how fast")
    private boolean smoke;

    @Override
    public Integer call() throws RunnerException {
        print(smoke ? DecideBench.smoke() : DecideBench.measure(seconds));
        return 0;
    }

    private void print(List<DecideBench.Line> lines) {
        var out = spec.commandLine().getOut();
        out.printf(
                "%-6s %-15s %-8s %7s %10s %8s %10s %8s%n",
                "", "table", "event", "notices", "ns/op", "±", "cpu ns/op", "B/op");
        lines.forEach(line -> out.printf(
                "%-6s %-15s %-8s %7d %10.0f %8.0f %10.0f %8.0f%n",
                line.what(),
                line.table(),
                line.event(),
                line.notices(),
                line.nanos(),
                line.error(),
                line.cpu(),
                line.bytes()));
        out.flush();
    }
}
