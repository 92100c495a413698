package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.party.Party;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PartyRatesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PartyRates rates = new PartyRates(
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            },
            meters);

    @Test
    void withoutARateThereIsNoLimit() {
        assertThat(rates.take(party("free", Optional.empty()), 1_000_000)).isEmpty();
    }

    @Test
    void whatIsOverTheRateHasToWaitUntilItWouldFit() {
        // Given
        Party party = party("hasty", Optional.of(4));

        // When / Then
        assertThat(rates.take(party, 3)).isEmpty();
        assertThat(rates.take(party, 3)).contains(Duration.ofMillis(500));
        assertThat(rates.take(party, 1)).as("a refused call takes nothing").isEmpty();
        passes(Duration.ofMillis(750));
        assertThat(rates.take(party, 3)).isEmpty();
        assertThat(rates.take(party, 1)).contains(Duration.ofMillis(250));
        assertThat(meters.counter("estafette.throttled", "party", "hasty").count())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotUsedIsSavedForASecond() {
        // Given
        Party party = party("patient", Optional.of(4));

        // When
        passes(Duration.ofHours(1));

        // Then
        assertThat(rates.take(party, 4)).isEmpty();
        assertThat(rates.take(party, 1)).isPresent();
    }

    @Test
    void aCallOfMoreThanASecondsEventsComesInAndIsPaidOff() {
        // Given
        Party party = party("bulky", Optional.of(4));

        // When / Then
        assertThat(rates.take(party, 12)).isEmpty();
        assertThat(rates.take(party, 1)).contains(Duration.ofMillis(2_250));
        passes(Duration.ofMillis(2_250));
        assertThat(rates.take(party, 1)).isEmpty();
        assertThat(rates.take(party, 12))
                .as("only when a whole second is saved")
                .contains(Duration.ofSeconds(1));
    }

    @Test
    void partiesDoNotUseUpEachOthers() {
        assertThat(rates.take(party("one", Optional.of(1)), 1)).isEmpty();
        assertThat(rates.take(party("other", Optional.of(1)), 1)).isEmpty();
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Party party(String id, Optional<Integer> rate) {
        return WayIn.party(id, eu.estafette.domain.party.Role.REFERRER, rate);
    }
}
