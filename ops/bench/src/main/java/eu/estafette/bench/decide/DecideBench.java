package eu.estafette.bench.decide;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link DecideBenchmark} on one core: the measured JVM sees no other, its garbage collector included. */
final class DecideBench {

    private static final int ITERATIONS = 5;
    private static final String BYTES = "gc.alloc.rate.norm";

    private DecideBench() {}

    /**
     * What one call costs on average.
     *
     * @param what    {@code decide}, or {@code rows} for the table's part in it
     * @param nanos   on the clock, with JMH's 99.9 % error
     * @param cpu     nanoseconds of processor time
     * @param notices that the decision makes
     */
    record Line(
            String what,
            String table,
            String event,
            double nanos,
            double error,
            double cpu,
            double bytes,
            int notices) {}

    /** @param seconds for each of ten iterations per line, of which the last five count */
    static List<Line> measure(int seconds) throws RunnerException {
        TimeValue time = TimeValue.seconds(seconds);
        return run(options(time, ITERATIONS)
                .forks(1)
                .jvmArgs("-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"));
    }

    /** A moment of each in this JVM: whether it works, not how fast. */
    static List<Line> smoke() throws RunnerException {
        return run(options(TimeValue.milliseconds(20), 1).forks(0));
    }

    private static ChainedOptionsBuilder options(TimeValue time, int iterations) {
        return new OptionsBuilder()
                .include("^" + DecideBenchmark.class.getName().replace(".", "\\.") + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .threads(1)
                .warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time);
    }

    private static List<Line> run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream().map(DecideBench::line).toList();
    }

    private static Line line(RunResult result) {
        String table = result.getParams().getParam("table");
        Measured event = Measured.valueOf(result.getParams().getParam("event"));
        String name = result.getParams().getBenchmark();
        return new Line(
                name.substring(name.lastIndexOf('.') + 1),
                table,
                event.name(),
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                secondary(result, CpuTime.LABEL),
                secondary(result, BYTES),
                Moment.of(table, event).checked().notices().size());
    }

    private static double secondary(RunResult result, String label) {
        return Objects.requireNonNull(result.getSecondaryResults().get(label), label)
                .getScore();
    }
}
