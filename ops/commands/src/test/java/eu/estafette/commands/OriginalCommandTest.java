package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalCommandTest extends HubTest {

    @Test
    void whatWasSentIsShownToWhoSaysWhy() {
        // Given
        hub.gives("T-1;2026-03-02;999990342;ENROLLED;NT2");

        // When
        Typed shown = type("original", "door:9f2c-3", "--reason", "they ask");
        Typed unsaid = type("original", "door:9f2c-3");

        // Then
        assertThat(shown.out()).containsExactly("T-1;2026-03-02;999990342;ENROLLED;NT2");
        assertThat(shown.exit()).isZero();
        assertThat(hub.asked()).containsExactly("/api/ops/originals/door%3A9f2c-3?reason=they+ask");
        assertThat(unsaid.err()).containsExactly("Say why: this needs --reason TEXT. Nothing was read.");
        assertThat(unsaid.exit()).isEqualTo(2);
    }

    @Test
    void itIsWrittenToANewFile(@TempDir Path folder) throws IOException {
        // Given
        hub.gives("as it came");
        Path file = folder.resolve("original.csv");

        // When
        Typed written = type("original", "E1", "--reason", "they ask", "--out", file.toString());
        Typed again = type("original", "E1", "--reason", "they ask", "--out", file.toString());

        // Then
        assertThat(written.out()).containsExactly("10 bytes in " + file + ".");
        assertThat(Files.readString(file)).isEqualTo("as it came");
        assertThat(again.err()).containsExactly(file + " is there already: name another file. Nothing was read.");
        assertThat(hub.asked()).hasSize(1);
    }

    @Test
    void whatIsNotKeptAnyMoreIsSaidToBe() {
        // Given
        hub.refuses(404, "resourceNotFound", "gone");

        // When
        Typed shown = type("original", "E1", "--reason", "they ask");

        // Then
        assertThat(shown.out()).containsExactly("Nothing that was sent is kept under E1.");
        assertThat(shown.exit()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNoneIsTold() {
        // Given
        hub.says(200, "<html>");

        // When
        Typed shown = type("original", "E1", "--reason", "they ask");

        // Then
        assertThat(shown.exit()).isEqualTo(2);
        assertThat(shown.err()).singleElement().asString().contains("is no Estafette hub with this command");
    }
}
