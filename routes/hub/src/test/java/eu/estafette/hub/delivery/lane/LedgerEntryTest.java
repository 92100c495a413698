package eu.estafette.hub.delivery.lane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEntryTest {

    @Test
    void itsFormIsFixed() {
        var entry = new LedgerEntry(5_000_000_000L, List.of(7L, 3L));

        assertThat(new String(entry.toBytes(), UTF_8)).isEqualTo("{\"v\":1,\"upTo\":5000000000,\"open\":[3,7]}");
        assertThat(LedgerEntry.of(entry.toBytes())).isEqualTo(entry);
    }

    @Test
    void itTellsWhatIsInDoubtWhereAnythingIs() {
        var entry = new LedgerEntry(9, List.of(3L)).inDoubt(new java.util.TreeSet<>(List.of(3L, 1L)));

        assertThat(new String(entry.toBytes(), UTF_8)).isEqualTo("{\"v\":1,\"upTo\":9,\"open\":[3],\"doubt\":[1,3]}");
        assertThat(LedgerEntry.of(entry.toBytes())).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"v\":2,\"upTo\":1,\"open\":[]}",
                "{\"v\":1,\"open\":[1]}",
                "{\"v\":1,\"upTo\":9}",
                "{\"v\":1,\"upTo\":9,\"open\":[\"1\"]}"
            })
    void whatIsNoEntryIsRefusedRatherThanRead(String text) {
        assertThatThrownBy(() -> LedgerEntry.of(text.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}
