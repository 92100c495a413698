package eu.estafette.hub.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HorizonsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void theShippedSettingsContradictNothing() {
        assertThat(contradictions("P30D", "P30D", "P14D", "P90D", "P1D", "P400D", "P30D"))
                .isEmpty();
    }

    /** Each line: the settings with one of them too short or too long, and the two that contradict then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P30D | P30D | P401D | P90D  | P1D | P400D | P30D | the dedup memory (P400D) contradicts estafette.keeping.retry-horizon (P401D)
            P30D | P30D | P14D  | P401D | P1D | P400D | P30D | the dedup memory (P400D) contradicts estafette.keeping.replay-window (P401D)
            P30D | P30D | P14D  | P29D  | P1D | P400D | P30D | estafette.keeping.replay-window (P29D) contradicts outage of party coach (P30D)
            P1D  | P30D | P14D  | P90D  | P1D | P400D | P30D | estafette.keeping.events (P1D) contradicts the days that reconciliation looks back (P2D)
            P30D | P1D  | P14D  | P90D  | P1D | P400D | P30D | estafette.keeping.lanes (P1D) contradicts the days that reconciliation looks back (P2D)
            P30D | P30D | P14D  | P90D  | P1D | P399D | P30D | the broker's offsets.retention.minutes (P399D) contradicts what the hub needs (P400D)
            P30D | P30D | P14D  | P90D  | P1D | P400D | P31D | retention of estafette.commands.coach (P30D) contradicts outage of party coach (P31D)
            P30D | P30D | P14D  | P90D  | P1D | P400D | PT1H | outage of party coach (PT1H) contradicts the longest wait of estafette.delivery between two calls (P1D)
            """)
    void eachContradictionNamesBothSides(
            String events,
            String lanes,
            String retries,
            String replays,
            String longestWait,
            String offsets,
            String outage,
            String told) {
        assertThat(contradictions(events, lanes, retries, replays, longestWait, offsets, outage))
                .first()
                .asString()
                .startsWith(told);
    }

    @Test
    void allContradictionsAreToldAtOnce() {
        assertThat(contradictions("P1D", "P1D", "P401D", "P401D", "P1D", "P7D", "P401D"))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    private static List<String> contradictions(
            String events,
            String lanes,
            String retries,
            String replays,
            String longestWait,
            String offsets,
            String outage) {
        var keeping = new KeepingSettings(
                HOUR, Duration.parse(events), Duration.parse(lanes), Duration.parse(retries), Duration.parse(replays));
        return new Horizons(
                        keeping,
                        Duration.parse(longestWait),
                        Duration.ofDays(400),
                        Duration.ofDays(30),
                        Optional.of(Duration.parse(offsets)),
                        Map.of("coach", Duration.parse(outage)))
                .contradictions();
    }
}
