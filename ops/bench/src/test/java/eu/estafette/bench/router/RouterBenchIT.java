package eu.estafette.bench.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.scenario.Tally;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One round over a few events: whether all competitors do the same work, not how fast. */
class RouterBenchIT {

    private static final Plan PLAN = Plan.SMOKE;
    private static final StringWriter PROGRESS = new StringWriter();

    private static Results results = new Results(List.of(), java.util.Map.of());

    @BeforeAll
    static void runOnce() {
        var jvm = new CompetitorJvm(List.of(), Optional.empty());
        results = new RouterBench(PLAN, jvm, new PrintWriter(PROGRESS)).run();
    }

    @Test
    void everyEventHasOneJournalEntryWhoeverRoutesIt() {
        for (Contender contender : Contender.values()) {
            assertThat(written(contender).journal()).as(contender.label()).isEqualTo(PLAN.total(contender));
        }
    }

    @Test
    void allWriteTheSameRecords() {
        assertThat(Arrays.stream(Contender.values()).map(RouterBenchIT::written).distinct())
                .singleElement()
                .satisfies(written -> {
                    assertThat(written.notices()).isPositive();
                    assertThat(written.onLanes()).isEqualTo(written.notices());
                    assertThat(written.entries()).isGreaterThan(written.journal());
                    assertThat(written.invalid()).isZero();
                });
    }

    @Test
    void aLineIsPrintedForEachCompetitorAndOneWithTheRatios() {
        var out = new StringWriter();
        new Report(new PrintWriter(out)).print(PLAN, results);

        assertThat(out.toString().lines()).hasSize(Contender.values().length + 1);
        assertThat(out.toString().lines().toList())
                .element(0)
                .asString()
                .startsWith("{\"name\":\"estafette\",\"eventsPerSecond\":")
                .contains("\"cpuMicrosPerEvent\":", "\"afterKill9\":");
    }

    private static Tally written(Contender contender) {
        return results.of(contender).getFirst().written();
    }
}
