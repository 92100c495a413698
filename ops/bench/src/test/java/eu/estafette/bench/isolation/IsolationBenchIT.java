package eu.estafette.bench.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.bench.isolation.IsolationBench.Delays;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One round over a few notices: whether those that are well get all of theirs beside one in trouble, not how fast. */
@Tag("bench")
class IsolationBenchIT {

    @Test
    void whoeverIsInTroubleTheOthersGetEveryNotice() throws Exception {
        var bench = new IsolationBench(new IsolationBench.Size(2, 50, 1), new PrintWriter(new StringWriter()));

        Map<Trouble, Delays> found = bench.run();

        assertThat(found).containsOnlyKeys(Trouble.values());
        assertThat(found.values()).extracting(Delays::missing).containsOnly(0);
        assertThat(found.values()).extracting(Delays::delivered).containsOnly(98);
    }
}
