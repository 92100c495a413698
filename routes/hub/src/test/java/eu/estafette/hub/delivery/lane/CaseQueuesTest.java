package eu.estafette.hub.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.hub.delivery.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseQueuesTest {

    private final TestTime time = new TestTime();
    private final CaseQueues<String> queues = new CaseQueues<>(time.clocks());

    @Test
    void oneOfEachCaseIsInFlightInTheOrderOfTheirFirst() {
        add("a1", "a2", "b1", "a3", "c1");

        assertThat(takeAll()).containsExactly("a1", "b1", "c1");
        assertThat(queues.inFlight()).isEqualTo(3);
        assertThat(queues.size()).isEqualTo(5);
    }

    @Test
    void aCasesNextWaitsUntilTheOneBeforeIsDone() {
        add("a1", "a2");
        queues.take();

        assertThat(queues.take()).isEmpty();
        queues.done("a");

        assertThat(queues.take()).contains("a2");
        queues.done("a");
        assertThat(queues.take()).isEmpty();
        assertThat(queues.size()).isZero();
    }

    @Test
    void whatGoesAgainGoesBeforeItsCasesNextAndNotBeforeItIsDue() {
        add("a1", "a2");
        queues.take();

        queues.again("a", time.clocks().after(Duration.ofSeconds(10)));

        time.passes(Duration.ofMillis(9_999));
        assertThat(queues.take()).isEmpty();
        time.passes(Duration.ofMillis(1));
        assertThat(queues.take()).contains("a1");
    }

    @Test
    void whatGoesAgainAtOnceLetsOtherCasesHaveTheirTurnFirst() {
        add("a1", "b1");
        queues.take();

        queues.again("a", time.clocks().after(Duration.ZERO));

        assertThat(takeAll()).containsExactly("b1", "a1");
    }

    @Test
    void waitsOfMoreThanAMinuteEndWhenTheHubsClockIsPutForward() {
        add("a1");
        queues.take();
        queues.again("a", time.clocks().after(Duration.ofHours(1)));

        time.hubIsPutForward(Duration.ofHours(1));

        assertThat(queues.take()).contains("a1");
    }

    @Test
    void waitsOfUpToAMinuteDoNot() {
        add("a1");
        queues.take();
        queues.again("a", time.clocks().after(Duration.ofMinutes(1)));

        time.hubIsPutForward(Duration.ofHours(1));

        assertThat(queues.take()).isEmpty();
    }

    @Test
    void aCaseThatComesBackAfterItWasEmptyHasItsTurnAgain() {
        add("a1");
        queues.take();
        queues.done("a");

        add("a2");

        assertThat(queues.take()).contains("a2");
    }

    @Test
    void nothingCanBeDoneThatIsNotThere() {
        assertThatThrownBy(() -> queues.done("a")).isInstanceOf(IllegalStateException.class);
    }

    private void add(String... items) {
        for (String item : items) {
            queues.add(item.substring(0, 1), item);
        }
    }

    private List<String> takeAll() {
        List<String> taken = new ArrayList<>();
        for (Optional<String> next = queues.take(); next.isPresent(); next = queues.take()) {
            taken.add(next.get());
        }
        return taken;
    }
}
