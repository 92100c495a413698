package eu.estafette.bench.router;

import eu.estafette.bench.cluster.Cluster;
import eu.estafette.bench.cluster.RunFolder;
import eu.estafette.bench.competitor.CompetitorMain;
import eu.estafette.bench.competitor.CompetitorMain.Task;
import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.competitor.Measurement;
import eu.estafette.bench.scenario.Dataset;
import eu.estafette.bench.scenario.Routers;
import eu.estafette.bench.scenario.Scenario;
import eu.estafette.bench.scenario.Tally;
import eu.estafette.local.registry.LocalRegistry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets all compete in turn, round by round, each on a fresh broker with the same backlog. Who writes anything else than routing in memory
 * gives ends the run: a speed without the result is worth nothing.
 */
public final class RouterBench {

    private final Plan plan;
    private final CompetitorJvm jvm;
    private final PrintWriter progress;

    RouterBench(Plan plan, CompetitorJvm jvm, PrintWriter progress) {
        this.plan = plan;
        this.jvm = jvm;
        this.progress = progress;
    }

    /** @throws IllegalStateException if a competitor fails, or does not write what it should */
    Results run() {
        try (var folder = RunFolder.make();
                var registry = LocalRegistry.start(folder.of("registry"), 0)) {
            tell("opening %,d cases".formatted(plan.cases()));
            Dataset dataset = Scenario.play(new Routers(registry.url()), plan.cases(), checkpoints(), plan.seed());
            List<Round> rounds = new ArrayList<>();
            for (int round = 0; round < plan.rounds(); round++) {
                for (Contender contender : plan.order(round)) {
                    rounds.add(compete(contender, folder, registry.url(), dataset, round));
                }
            }
            return new Results(rounds, dataset.mix());
        }
    }

    private Round compete(Contender contender, RunFolder folder, String registry, Dataset dataset, int round) {
        int events = plan.total(contender);
        try (var cluster = Cluster.start(folder.of("broker"), dataset, events)) {
            var task = new Task(
                    contender,
                    cluster.bootstrapServers(),
                    registry,
                    folder.of("state").toString(),
                    plan.warmUp(contender),
                    plan.measured(contender));
            Measurement measurement = CompetitorMain.measure(task, jvm.of(task, round));
            Tally written = cluster.audit();
            refuse(contender, dataset.expected(events), written);
            tell("round %d %s: %,.0f events/s, %.1f µs of processor time each, over %.1f s"
                    .formatted(
                            round + 1,
                            contender.label(),
                            measurement.eventsPerSecond(),
                            measurement.cpuMicrosPerEvent(),
                            measurement.seconds()));
            return new Round(contender, measurement, written);
        }
    }

    private static void refuse(Contender contender, Tally expected, Tally written) {
        if (!written.equals(expected)) {
            throw new IllegalStateException(
                    "%s wrote %s; routing these events gives %s".formatted(contender.label(), written, expected));
        }
    }

    private Set<Integer> checkpoints() {
        Set<Integer> counts = new TreeSet<>();
        for (Contender contender : Contender.values()) {
            counts.add(plan.total(contender));
        }
        return counts;
    }

    private void tell(String line) {
        progress.println(line);
        progress.flush();
    }
}
