package eu.estafette.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.hub.delivery.rig.SettingsOf;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverySettingsTest {

    @Test
    void withoutAnyTheyAreThese() {
        assertThat(SettingsOf.map(Map.of()))
                .isEqualTo(new DeliverySettings(
                        "estafette-delivery",
                        "estafette-delivery-1",
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofMillis(20),
                        200,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        Duration.ofDays(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "group-id, ''",
        "transactional-id, ' '",
        "tries, 0",
        "between-tries, -PT1S",
        "gather, PT2S",
        "read-ahead, 0",
        "first-back-off, PT0S",
        "longest-back-off, PT0.5S",
        "longest-retry-after, -PT1S",
        "stop-within, PT31S",
        "healthy-within, PT0.5S"
    })
    void aSettingThatCannotHoldIsNamed(String key, String value) {
        assertThatThrownBy(() -> SettingsOf.map(Map.of(key, value)))
                .rootCause()
                .hasMessageStartingWith("estafette.delivery." + key + " must ");
    }
}
