package eu.estafette.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void secondsAndDatesAreWaitsFromNow() {
        assertThat(RetryAfter.read("0", NOW)).contains(Duration.ZERO);
        assertThat(RetryAfter.read(" 120 ", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 08:05:00 GMT", NOW)).contains(Duration.ofMinutes(5));
    }

    @Test
    void aDateThatIsPastIsNoWait() {
        assertThat(RetryAfter.read("Mon, 02 Mar 2026 07:00:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "120 s", "2026-03-02T08:05:00Z", "1234567890123456789012"})
    void whatIsNeitherIsIgnored(String value) {
        assertThat(RetryAfter.read(value, NOW)).isEmpty();
    }
}
