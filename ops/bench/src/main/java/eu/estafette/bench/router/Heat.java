package eu.estafette.bench.router;

import eu.estafette.bench.cluster.Cluster;
import eu.estafette.bench.cluster.RunFolder;
import eu.estafette.bench.competitor.CompetitorMain;
import eu.estafette.bench.competitor.CompetitorMain.Task;
import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.competitor.Measurement;
import eu.estafette.bench.scenario.Dataset;
import eu.estafette.bench.scenario.Tally;

/**
 * One competitor on a fresh broker. Who writes anything else than routing in memory gives ends the run: a speed without the result is worth
 * nothing.
 *
 * @param folder   for what brokers and competitors keep meanwhile
 * @param registry url of the schema registry
 */
record Heat(RunFolder folder, String registry, CompetitorJvm jvm) {

    /** @throws IllegalStateException if the competitor fails, or does not write what it should */
    Round run(Contender contender, Dataset dataset, int warmUp, int measured, int round) {
        int events = warmUp + measured;
        try (var cluster = Cluster.start(folder.of("broker"), dataset, events)) {
            var task = new Task(
                    contender,
                    cluster.bootstrapServers(),
                    registry,
                    folder.of("state").toString(),
                    warmUp,
                    measured);
            Measurement measurement = CompetitorMain.measure(task, jvm.of(task, round));
            Tally written = cluster.audit();
            refuse(contender, dataset.expected(events), written);
            return new Round(contender, measurement, written);
        }
    }

    private static void refuse(Contender contender, Tally expected, Tally written) {
        if (!written.equals(expected)) {
            throw new IllegalStateException(
                    "%s wrote %s; routing these events gives %s".formatted(contender.label(), written, expected));
        }
    }
}
