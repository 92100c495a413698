package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubAddressTest extends HubTest {

    private static final String OTHER = "http://127.0.0.1:1";

    private final Path folder;

    HubAddressTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void theHubAnswers() {
        hub.answers("{\"items\":[],\"attention\":[]}");
    }

    @Test
    void theCommandLineComesBeforeTheEnvironment() {
        assertThat(Typed.run(Typed.around(Map.of("ESTAFETTE_URL", OTHER), folder), "lanes", "--url", hub.url())
                        .exit())
                .isZero();
    }

    @Test
    void theEnvironmentComesBeforeWhatRunsHere() throws IOException {
        // Given
        written(folder, OTHER);

        // When, Then
        assertThat(Typed.run(Typed.around(Map.of("ESTAFETTE_URL", hub.url() + "/"), folder), "lanes")
                        .exit())
                .isZero();
    }

    @Test
    void theHubThatRunsHereIsFoundByWhatItWroteDown() throws IOException {
        // Given
        Path second = Files.createDirectory(folder.resolve("second"));
        written(second, hub.url());

        // When, Then
        assertThat(Typed.run(Typed.around(Map.of(), folder, second), "lanes").exit())
                .isZero();
    }

    @Test
    void whereNoHubRunsTheSentenceSaysHowToStartOne() {
        // When
        Typed typed = Typed.run(Typed.around(Map.of(), folder), "lanes");

        // Then
        assertThat(typed.err())
                .containsExactly("No hub is running on this machine (there is no " + folder.resolve("estafette.json")
                        + "): start one with ops/estafette run, or name one with --url or ESTAFETTE_URL.");
        assertThat(typed.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"pid\":1}", "{\"url\"", ""})
    void aFileThatNamesNoHubIsToldInASentence(String content) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("estafette.json"), content);

        // When
        Typed typed = Typed.run(Typed.around(Map.of(), folder), "lanes");

        // Then
        assertThat(typed.err())
                .singleElement()
                .asString()
                .startsWith(file + " ")
                .endsWith("name the hub with --url.");
        assertThat(typed.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://hub.example", "http://", "hub", "http://a b", "http://hub?x=1"})
    void whatIsNoAddressIsToldInASentence(String url) {
        // When
        Typed typed = Typed.run("lanes", "--url", url);

        // Then
        assertThat(typed.err())
                .containsExactly(
                        "\"" + url
                                + "\" (from the command line) is not an address: it must look like http://127.0.0.1:8080 or https://hub.example.");
        assertThat(typed.exit()).isEqualTo(2);
    }

    private static void written(Path data, String url) throws IOException {
        Files.writeString(data.resolve("estafette.json"), "{\"url\":\"" + url + "\",\"pid\":1}");
    }
}
