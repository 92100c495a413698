package eu.estafette.hub.delivery.circuit;

import static eu.estafette.hub.delivery.circuit.CircuitState.CLOSED;
import static eu.estafette.hub.delivery.circuit.CircuitState.DISABLED;
import static eu.estafette.hub.delivery.circuit.CircuitState.HALF_OPEN;
import static eu.estafette.hub.delivery.circuit.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.hub.delivery.TestTime;
import eu.estafette.hub.delivery.time.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static final Optional<Duration> NOT_ASKED = Optional.empty();
    private static final boolean PROBE = true;
    private static final boolean LATE = false;

    private final TestTime time = new TestTime();
    private final Clocks clocks = time.clocks();
    private final BackOff backOff = backOff(fullWaits());

    @Test
    void theFirstTroubleOpensIt() {
        Circuit circuit = Circuit.CLOSED.started().troubled(LATE, NOT_ASKED, backOff);

        assertThat(circuit.state()).isEqualTo(OPEN);
        assertThat(circuit.admits(clocks)).isFalse();
        assertThat(wait(circuit)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whenDueItAdmitsOneProbeAndNoMore() {
        Circuit open = Circuit.CLOSED.troubled(LATE, NOT_ASKED, backOff);
        time.passes(Duration.ofSeconds(1));

        assertThat(open.admits(clocks)).isTrue();
        Circuit probing = open.started();

        assertThat(probing.state()).isEqualTo(HALF_OPEN);
        assertThat(probing.admits(clocks)).isFalse();
        assertThatThrownBy(probing::started).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAnsweredProbeClosesIt() {
        assertThat(probing().answered(PROBE).state()).isEqualTo(CLOSED);
    }

    @Test
    void eachFailedProbeDoublesTheWaitUpToTheLongest() {
        List<Long> waits = new ArrayList<>();
        Circuit circuit = Circuit.CLOSED.troubled(LATE, NOT_ASKED, backOff);
        for (int probe = 0; probe < 11; probe++) {
            waits.add(wait(circuit).toSeconds());
            time.passes(wait(circuit));
            circuit = circuit.started().troubled(PROBE, NOT_ASKED, backOff);
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void callsThatWereUnderWayWhenItOpenedDecideNothing() {
        Circuit open = Circuit.CLOSED.troubled(LATE, NOT_ASKED, backOff);

        assertThat(open.troubled(LATE, NOT_ASKED, backOff)).isEqualTo(open);
        assertThat(open.answered(LATE)).isEqualTo(open);
        assertThat(probing().answered(LATE).state()).isEqualTo(HALF_OPEN);
        assertThat(probing().troubled(LATE, NOT_ASKED, backOff).state()).isEqualTo(HALF_OPEN);
    }

    @Test
    void whatThePartnerAsksForIsObeyedIfItIsMore() {
        Circuit patient = Circuit.CLOSED.troubled(LATE, Optional.of(Duration.ofSeconds(120)), backOff);
        Circuit hasty = Circuit.CLOSED.troubled(LATE, Optional.of(Duration.ZERO), backOff);

        assertThat(wait(patient)).isEqualTo(Duration.ofSeconds(120));
        assertThat(wait(hasty)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLateAnswerThatAsksForMoreIsObeyedToo() {
        Circuit open = Circuit.CLOSED.troubled(LATE, NOT_ASKED, backOff);

        Circuit longer = open.troubled(LATE, Optional.of(Duration.ofSeconds(30)), backOff);

        assertThat(wait(longer)).isEqualTo(Duration.ofSeconds(30));
        assertThat(longer.troubled(LATE, Optional.of(Duration.ofSeconds(10)), backOff))
                .isEqualTo(longer);
    }

    @Test
    void nobodyMayAskForMoreThanTheLongest() {
        Circuit circuit = Circuit.CLOSED.troubled(LATE, Optional.of(Duration.ofDays(900)), backOff);

        assertThat(wait(circuit)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void longWaitsEndWhenTheHubsClockIsPutForwardAndShortOnesDoNot() {
        Circuit hours = Circuit.CLOSED.troubled(LATE, Optional.of(Duration.ofHours(5)), backOff);
        Circuit seconds = Circuit.CLOSED.troubled(LATE, NOT_ASKED, backOff);

        time.hubIsPutForward(Duration.ofHours(5));

        assertThat(hours.admits(clocks)).isTrue();
        assertThat(seconds.admits(clocks)).isFalse();
    }

    @Test
    void aProbeThatCameToNoCallIsGivenBack() {
        Circuit given = probing().unused(PROBE);

        assertThat(given.state()).isEqualTo(OPEN);
        assertThat(given.admits(clocks)).isTrue();
    }

    @Test
    void goneDisablesItForGood() {
        Circuit gone = Circuit.CLOSED.gone();
        time.passes(Duration.ofDays(365));

        assertThat(gone.state()).isEqualTo(DISABLED);
        assertThat(gone.admits(clocks)).isFalse();
        assertThat(gone.answered(LATE)).isEqualTo(gone);
        assertThat(gone.troubled(LATE, NOT_ASKED, backOff)).isEqualTo(gone);
        assertThat(probing().gone().state()).isEqualTo(DISABLED);
    }

    @Test
    void theUpperHalfOfEachWaitIsAtRandom() {
        BackOff jittered = backOff(new Random(20260302));
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            waits.add(wait(Circuit.CLOSED.troubled(LATE, NOT_ASKED, jittered)));
        }

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
        assertThat(waits).anySatisfy(wait -> assertThat(wait).isLessThan(Duration.ofMillis(550)));
        assertThat(waits).anySatisfy(wait -> assertThat(wait).isGreaterThan(Duration.ofMillis(950)));
    }

    private Circuit probing() {
        Circuit open = Circuit.CLOSED.troubled(LATE, NOT_ASKED, backOff);
        time.passes(Duration.ofSeconds(1));
        return open.started();
    }

    private Duration wait(Circuit circuit) {
        Instant until = circuit.retryAt().orElseThrow().at();
        return Duration.between(clocks.now(), until);
    }

    private BackOff backOff(RandomGenerator random) {
        return new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(1), random, clocks);
    }

    /** No jitter: nothing is taken off. */
    private static RandomGenerator fullWaits() {
        return () -> 0;
    }
}
