package eu.estafette.bench.router;

import eu.estafette.bench.cluster.RunFolder;
import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.competitor.Measurement;
import eu.estafette.bench.scenario.Dataset;
import eu.estafette.bench.scenario.Routers;
import eu.estafette.bench.scenario.Scenario;
import eu.estafette.bench.scenario.WaitingCases;
import eu.estafette.local.registry.LocalRegistry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The router over the same events on the same cases, without and with other cases beside them in which clocks run. */
final class ClocksBench {

    /** A quarter as many events come first, to warm up. */
    private static final int WARM_UP = 4;

    private final Size size;
    private final CompetitorJvm jvm;
    private final PrintWriter progress;

    /** @param clocks that run in cases of which nothing is heard */
    record Size(int cases, int events, int clocks, int rounds, long seed) {}

    /** Medians of the rounds. */
    record Result(double without, double with, double cpuWithout, double cpuWith) {}

    ClocksBench(Size size, CompetitorJvm jvm, PrintWriter progress) {
        this.size = size;
        this.jvm = jvm;
        this.progress = progress;
    }

    Result run() {
        try (var folder = RunFolder.make();
                var registry = LocalRegistry.start(folder.of("registry"), 0)) {
            tell("opening %,d cases".formatted(size.cases()));
            int all = size.events() + size.events() / WARM_UP;
            var routers = new Routers(registry.url());
            Dataset alone = Scenario.play(routers, size.cases(), Set.of(all), size.seed());
            Dataset beside = WaitingCases.beside(alone, routers, size.clocks());
            var heat = new Heat(folder, registry.url(), jvm);
            List<Measurement> without = new ArrayList<>();
            List<Measurement> with = new ArrayList<>();
            for (int round = 0; round < size.rounds(); round++) {
                // each first in every other round: what runs on a warmed machine is not always the same
                boolean first = round % 2 == 0;
                measure(heat, first ? alone : beside, round, first ? without : with);
                measure(heat, first ? beside : alone, round, first ? with : without);
            }
            return new Result(
                    median(without, Measurement::eventsPerSecond),
                    median(with, Measurement::eventsPerSecond),
                    median(without, Measurement::cpuMicrosPerEvent),
                    median(with, Measurement::cpuMicrosPerEvent));
        }
    }

    private void measure(Heat heat, Dataset dataset, int round, List<Measurement> into) {
        Measurement measurement = heat.run(Contender.ESTAFETTE, dataset, size.events() / WARM_UP, size.events(), round)
                .measurement();
        into.add(measurement);
        tell("round %d, %,d entries at first: %s"
                .formatted(round + 1, dataset.state().size(), measurement));
    }

    private static double median(List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
        double[] sorted = measurements.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private void tell(String line) {
        progress.println(line);
        progress.flush();
    }
}
