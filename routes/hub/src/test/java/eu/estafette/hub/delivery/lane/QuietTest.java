package eu.estafette.hub.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.party.Party.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "22:00, 06:00, 2026-03-02T20:59:59Z, -",
                "22:00, 06:00, 2026-03-02T21:00:00Z, 2026-03-03T05:00:00Z",
                "22:00, 06:00, 2026-03-03T04:59:59Z, 2026-03-03T05:00:00Z",
                "22:00, 06:00, 2026-03-03T05:00:00Z, -",
                "12:00, 13:00, 2026-03-02T11:30:00Z, 2026-03-02T12:00:00Z",
                "12:00, 13:00, 2026-03-02T12:00:00Z, -",
                "12:00, 12:00, 2026-03-02T11:00:00Z, -",
                // the night in which the clock goes forward is an hour shorter
                "22:00, 06:00, 2026-03-28T22:00:00Z, 2026-03-29T04:00:00Z",
            })
    void quietHoursAreThoseOfThePartysWallClock(LocalTime from, LocalTime to, Instant now, Instant until) {
        var quiet = new Quiet(new QuietHours(from, to), ZoneId.of("Europe/Amsterdam"));

        assertThat(quiet.until(now)).isEqualTo(Optional.ofNullable(until));
    }
}
