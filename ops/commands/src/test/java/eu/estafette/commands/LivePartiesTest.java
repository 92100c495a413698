package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivePartiesTest extends HubTest {

    private static final String FINE = "{\"party\":\"coach-org\",\"direction\":\"deliver\",\"by\":\"webhook\"}";
    private static final String AWAY = "{\"party\":\"cvo\",\"direction\":\"receive\",\"by\":\"training-csv\","
            + "\"fault\":\"files.example:22 cannot be reached: refused\"}";

    private static final String TROUBLED =
            "{\"code\":\"ADDRESS_IN_TROUBLE\",\"count\":1,\"text\":\"Addresses that the hub does not get to.\"}";

    private static String report(String attention, String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"attention\":[" + attention + "]}";
    }

    @Test
    void eachWayToAPartyHasALine() {
        // Given
        hub.answers(report(TROUBLED, FINE, AWAY));

        // When
        Typed live = type("parties", "check", "--live");

        // Then
        assertThat(live.out())
                .containsExactly(
                        "PARTY      WAY      BY",
                        "coach-org  deliver  webhook       fine",
                        "cvo        receive  training-csv  files.example:22 cannot be reached: refused",
                        "",
                        "Needs attention:",
                        "  1 x Addresses that the hub does not get to.");
        assertThat(live.exit()).isEqualTo(1);
    }

    @Test
    void whereAllIsWellNobodyHasToLook() {
        // Given
        hub.answers(report("", FINE));

        // When
        Typed live = type("parties", "check", "--live", "--json");

        // Then
        assertThat(live.out()).singleElement().asString().contains(FINE, "\"attention\":[]");
        assertThat(live.exit()).isZero();
    }
}
