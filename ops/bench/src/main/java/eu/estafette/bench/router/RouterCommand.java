package eu.estafette.bench.router;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a JSON line per competitor and one with their ratios; what it is doing goes to the error stream. */
@Command(
        name = "router",
        description = "Routed events per second, beside a raw transactional loop and a per-record Camel route.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class RouterCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--events", paramLabel = "N", defaultValue = "200000", description = "measured events per round")
    private int events;

    @Option(
            names = "--camel-events",
            paramLabel = "N",
            defaultValue = "20000",
            description = "the same for the per-record route, which is slower by an order of magnitude")
    private int camelEvents;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "100000", description = "open before the first event")
    private int cases;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "in which all compete in turn")
    private int rounds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "the same seed, the same events")
    private long seed;

    @Option(names = "--smoke", description = "a few hundred events: whether it works, not how fast")
    private boolean smoke;

    @Option(names = "--profile", paramLabel = "DIR", description = "keeps a flight recording of each competitor there")
    private Optional<Path> profile = Optional.empty();

    @Option(
            names = "--jvm-option",
            paramLabel = "OPTION",
            description = "for the competitors' JVMs, such as -Destafette.router.commit-interval=100ms")
    private List<String> jvmOptions = List.of();

    @Override
    public Integer call() {
        Plan plan = plan();
        var bench = new RouterBench(
                plan, new CompetitorJvm(jvmOptions, profile), spec.commandLine().getErr());
        var report = new Report(spec.commandLine().getOut());
        report.print(plan, bench.run());
        return 0;
    }

    private Plan plan() {
        if (smoke) {
            return Plan.SMOKE;
        }
        try {
            return new Plan(cases, events, camelEvents, rounds, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
