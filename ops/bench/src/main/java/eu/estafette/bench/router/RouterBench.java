package eu.estafette.bench.router;

import eu.estafette.bench.cluster.RunFolder;
import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.scenario.Dataset;
import eu.estafette.bench.scenario.Routers;
import eu.estafette.bench.scenario.Scenario;
import eu.estafette.local.registry.LocalRegistry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets all compete in turn, round by round, each on a fresh broker with the same backlog.
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
            var heat = new Heat(folder, registry.url(), jvm);
            List<Round> rounds = new ArrayList<>();
            for (int round = 0; round < plan.rounds(); round++) {
                for (Contender contender : plan.order(round)) {
                    Round done = heat.run(contender, dataset, plan.warmUp(contender), plan.measured(contender), round);
                    tell("round %d %s: %s".formatted(round + 1, contender.label(), done.measurement()));
                    rounds.add(done);
                }
            }
            return new Results(rounds, dataset.mix());
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
