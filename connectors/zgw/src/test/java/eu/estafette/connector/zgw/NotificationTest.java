package eu.estafette.connector.zgw;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {

    private static Notification at(String moment) {
        return new Notification(
                "estafette",
                URI.create("https://hub.example/api/cases/E1-0"),
                "notice",
                URI.create("https://hub.example/api/notices/N1-0"),
                "create",
                OffsetDateTime.parse(moment),
                Map.of("doel", "ACT"));
    }

    /** RFC 3339 knows no time without seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T08:15:00Z", "2026-03-02T08:15:30Z", "2026-03-02T08:15:00.250+01:00"})
    void aMomentIsWrittenWithItsSeconds(String moment) {
        String written = at(moment).json().path("aanmaakdatum").asText();
        assertThat(written).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}(Z|[+-]\\d\\d:\\d\\d)");
        assertThat(OffsetDateTime.parse(written)).isEqualTo(OffsetDateTime.parse(moment));
    }

    @Test
    void whatIsWrittenIsUnderstoodByTheDoor() throws Exception {
        // Given
        Notification sent = at("2026-03-02T08:15:00Z");

        // When
        byte[] body = sent.json().toString().getBytes(StandardCharsets.UTF_8);

        // Then
        assertThat(NotificationReader.read(body)).isEqualTo(sent);
    }
}
