package eu.estafette.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.delivery.Delivery;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarZonesTest {

    private final CalendarWriter writer =
            new CalendarWriter(Samples.IDENTITY, new CalendarUids(Samples.SEALS, "hub.example"), Samples.ASKABLE);

    /** RFC 5545 3.2.19: a time by a zone's name needs the description of the zone by that name. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Brussels", "Europe/Amsterdam", "Europe/Luxembourg", "Europe/Berlin"})
    void theZoneOfATimeIsDescribedByItsOwnName(String zone) {
        // Given
        var delivery =
                new Delivery(Samples.act(1, "2026-10-26"), Samples.party("nl", zone), Samples.address(Samples.COACH));

        // When
        String entry = writer.write(delivery, Samples.COACH).getFirst().text();

        // Then
        assertThat(entry).contains("DTSTART;TZID=" + zone + ":20261026T090000");
        assertThat(all("\nTZID:(.+?)\r\n", entry)).containsExactly(zone);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
