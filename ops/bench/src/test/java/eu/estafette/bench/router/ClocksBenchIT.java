package eu.estafette.bench.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One round over a few events: whether the router does the same work beside cases that wait, not how fast. */
@Tag("bench")
class ClocksBenchIT {

    @Test
    void whatIsRoutedIsTheSameBesideWaitingClocks() {
        var progress = new StringWriter();
        var bench = new ClocksBench(
                new ClocksBench.Size(50, 400, 1000, 1, 1),
                new CompetitorJvm(List.of(), Optional.empty()),
                new PrintWriter(progress));

        ClocksBench.Result result = bench.run();

        assertThat(result.with()).isPositive();
        assertThat(progress.toString().lines().filter(line -> line.startsWith("round 1")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }
}
