package eu.estafette.bench.router;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.competitor.Contender.Semantics;
import eu.estafette.bench.competitor.Measurement;
import eu.estafette.bench.scenario.Tally;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints a JSON line per competitor, and last one with the ratios of the medians. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    Report(PrintWriter out) {
        this.out = out;
    }

    /**
     * @param eventsPerSecond   median of the rounds
     * @param cpuMicrosPerEvent median, of the competitor's own JVM
     * @param events            measured per round
     * @param noticesPerEvent   each on its lane and among the notices
     * @param entriesPerEvent   of the case store, each on the changelog
     */
    private record Line(
            String name,
            double eventsPerSecond,
            double cpuMicrosPerEvent,
            int rounds,
            double minEventsPerSecond,
            double maxEventsPerSecond,
            int events,
            int openCases,
            double noticesPerEvent,
            double entriesPerEvent,
            Semantics semantics) {}

    private record Ratios(Map<String, Double> ratios, Map<String, Integer> mix, int processors) {}

    void print(Plan plan, Results results) {
        for (Contender contender : Contender.values()) {
            print(line(plan, results, contender));
        }
        double ours = speed(results, Contender.ESTAFETTE);
        print(new Ratios(
                Map.of(
                        "estafette/raw-loop", rounded(ours / speed(results, Contender.RAW_LOOP), 100),
                        "estafette/camel-per-record", rounded(ours / speed(results, Contender.CAMEL_PER_RECORD), 10)),
                new TreeMap<>(results.mix()),
                Runtime.getRuntime().availableProcessors()));
    }

    private static Line line(Plan plan, Results results, Contender contender) {
        List<Double> speeds = results.sorted(contender, Measurement::eventsPerSecond);
        Tally written = results.of(contender).getFirst().written();
        return new Line(
                contender.label(),
                rounded(speed(results, contender), 1),
                rounded(results.median(contender, Measurement::cpuMicrosPerEvent), 10),
                plan.rounds(),
                rounded(speeds.getFirst(), 1),
                rounded(speeds.getLast(), 1),
                plan.measured(contender),
                plan.cases(),
                rounded((double) written.notices() / written.journal(), 100),
                rounded((double) written.entries() / written.journal(), 100),
                contender.semantics());
    }

    private static double speed(Results results, Contender contender) {
        return results.median(contender, Measurement::eventsPerSecond);
    }

    private static double rounded(double figure, int parts) {
        return (double) Math.round(figure * parts) / parts;
    }

    private void print(Record line) {
        try {
            out.println(JSON.writeValueAsString(line));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the report cannot be written", e);
        }
    }
}
