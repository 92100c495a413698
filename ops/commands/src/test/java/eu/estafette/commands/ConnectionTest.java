package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest {

    private static final String EMPTY = "{\"items\":[],\"attention\":[]}";

    private final FakeHub hub = new FakeHub();

    private final Path folder;

    ConnectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void answer() {
        hub.answers("/api/ops/lanes", EMPTY);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void theAddressComesFromTheOptionThenTheEnvironmentThenTheRunningHub() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/estafette.json"), "{\"url\":\"" + hub.url() + "\",\"pid\":1}");
        String nobody = "http://127.0.0.1:1";

        // When, Then
        assertThat(run(Map.of()).exitCode()).isZero();
        assertThat(run(Map.of("ESTAFETTE_URL", nobody)).exitCode()).isEqualTo(2);
        assertThat(run(Map.of("ESTAFETTE_URL", nobody), "--url", hub.url() + "/")
                        .exitCode())
                .isZero();
    }

    @Test
    void withoutAnAddressTheUserIsToldHowToGiveOne() {
        // When
        Run run = run(Map.of());

        // Then
        assertThat(run.err()).startsWith("No hub is named: give --url, set ESTAFETTE_URL");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void anAddressThatIsNoneIsSaidToBeNone() {
        for (String wrong : new String[] {"localhost:8080", "http://", "hub"}) {
            // When
            Run run = run(Map.of(), "--url", wrong);

            // Then
            assertThat(run.err()).contains(wrong).contains("--url");
            assertThat(run.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aHubThatIsAwayIsOneSentenceAndNoStackTrace() throws IOException {
        // Given
        String away;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            away = "http://127.0.0.1:" + free.getLocalPort();
        }

        // When
        Run run = run(Map.of(), "--url", away);

        // Then
        assertThat(run.err())
                .isEqualTo(
                        "Nothing answers at %s/oauth2/token (ConnectException): is the hub running, and is the address right?\n"
                                .formatted(away));
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void clientAndSecretComeFromOptionsOrTheEnvironment() {
        // Given
        hub.knows("desk:s3cret");

        // When, Then
        assertThat(run(Map.of(), "--url", hub.url(), "--client", "desk", "--secret", "s3cret")
                        .exitCode())
                .isZero();
        assertThat(run(Map.of("ESTAFETTE_CLIENT", "desk", "ESTAFETTE_SECRET", "s3cret"), "--url", hub.url())
                        .exitCode())
                .isZero();
        Run wrong = run(Map.of(), "--url", hub.url(), "--client", "desk", "--secret", "guess");
        assertThat(wrong.err()).contains("gives no token to client 'desk'").doesNotContain("guess");
        assertThat(wrong.exitCode()).isEqualTo(2);
    }

    @Test
    void anotherIssuerIsAskedWhereItGivesTokens() {
        // When, Then
        assertThat(run(Map.of(), "--url", hub.url(), "--issuer", hub.url() + "/issuer")
                        .exitCode())
                .isZero();
        Run none = run(Map.of(), "--url", hub.url(), "--issuer", hub.url() + "/nowhere");
        assertThat(none.err()).contains("names no token endpoint").contains("--issuer");
        assertThat(none.exitCode()).isEqualTo(2);
    }

    @Test
    void whatTheHubRefusesIsSaidInItsWords() {
        // Given
        hub.answers("/api/ops/lanes", 403, "{\"detail\":\"no\"}");
        assertThat(run(Map.of(), "--url", hub.url()).err()).contains("Client 'operator' is no operator of the hub");

        // When: the read model is away
        hub.answers("/api/ops/lanes", 503, "{\"detail\":\"The read model cannot be reached.\"}");
        Run run = run(Map.of(), "--url", hub.url());

        // Then
        assertThat(run.err()).isEqualTo("The read model cannot be reached.\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aServerThatIsNoHubIsRecognised() {
        // Given
        hub.answers("/api/ops/lanes", "<html>welcome</html>");

        // When
        Run run = run(Map.of(), "--url", hub.url());

        // Then
        assertThat(run.err()).contains("does not answer as a hub does");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private Run run(Map<String, String> environment, String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "lanes";
        System.arraycopy(options, 0, args, 1, options.length);
        return Run.in(new Surroundings(environment, folder, ZoneOffset.UTC), args);
    }
}
