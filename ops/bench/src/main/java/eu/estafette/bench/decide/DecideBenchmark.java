package eu.estafette.bench.decide;

import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.table.FactSource;
import eu.estafette.domain.table.Row;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One decision, from a case and an event as objects to the decision as an object; nothing is read or written. And of it what the table alone
 * costs, which is to say which rows fire.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {

    @Param({Tables.HEAVIEST, "20", "100", "500"})
    public String table = Tables.HEAVIEST;

    @Param
    public Measured event = Measured.ORDINARY;

    private @Nullable Moment moment;
    private @Nullable FactSource facts;

    @Setup
    public void imagine() {
        moment = Moment.of(table, event);
        moment.checked();
        facts = new GivenFacts(moment.table().asked(moment.event().type()));
    }

    @Benchmark
    public Decision decide() {
        return Objects.requireNonNull(moment).decide();
    }

    @Benchmark
    public List<Row> rows() {
        Moment now = Objects.requireNonNull(moment);
        return now.table().firing(now.event().type(), Objects.requireNonNull(facts));
    }
}
