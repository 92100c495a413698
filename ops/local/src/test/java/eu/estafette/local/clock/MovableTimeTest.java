package eu.estafette.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MovableTimeTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final AtomicReference<Instant> real = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    private final MovableTime time = new MovableTime(real::get, START);

    @Test
    void timeRunsOnFromWhereItWasStarted() {
        real.updateAndGet(now -> now.plusSeconds(5));

        assertThat(time.instant()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void timeRunsOnFromWhereItWasMoved() {
        Instant autumn = Instant.parse("2026-09-01T08:00:00Z");

        time.moveTo(autumn);
        real.updateAndGet(now -> now.plusSeconds(5));

        assertThat(time.instant()).isEqualTo(autumn.plusSeconds(5));
    }

    @Test
    void timeNeverMovesBack() {
        time.moveTo(START.minusSeconds(1));

        assertThat(time.instant()).isEqualTo(START);
    }
}
