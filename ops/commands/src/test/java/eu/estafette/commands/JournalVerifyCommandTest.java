package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.schemas.seal.JournalKey;
import eu.estafette.schemas.seal.VerifyingKeys;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a journal is shown with a real broker, where it is sealed; here is how one is named. */
class JournalVerifyCommandTest {

    @TempDir
    Path data = Path.of("");

    @Test
    void whereNoHubRunsTheServersMustBeNamed() {
        // When
        Typed typed = Typed.run("journal", "verify");

        // Then
        assertThat(typed.err()).containsExactly("No hub is running on this machine: name the server with --kafka.");
        assertThat(typed.exit()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoPublicKeyIsRefused() throws Exception {
        // Given
        Path file = Files.writeString(data.resolve("key.pub"), "nonsense");

        // When
        Typed typed = Typed.run(
                "journal",
                "verify",
                "--kafka",
                "127.0.0.1:1",
                "--registry",
                "http://127.0.0.1:1",
                "--public-key",
                "" + file);

        // Then
        assertThat(typed.err())
                .containsExactly(file + " is no Ed25519 public key in PEM, as openssl pkey -pubout prints it.");
        assertThat(typed.exit()).isEqualTo(2);
    }

    @Test
    void whatAHubOfThisMachineWroteDownIsTaken() throws Exception {
        // Given
        int nobodyHere;
        try (var socket = new ServerSocket(0)) {
            nobodyHere = socket.getLocalPort();
        }
        Files.writeString(
                data.resolve("estafette.json"),
                "{\"kafka\":\"127.0.0.1:%d\",\"registry\":\"http://127.0.0.1:%d\"}".formatted(nobodyHere, nobodyHere));
        Files.writeString(
                data.resolve("journal-key.pub"),
                VerifyingKeys.pem(JournalKey.generate().publicKey()));

        // When
        Typed typed = Typed.run(Typed.around(java.util.Map.of(), data), "journal", "verify");

        // Then
        assertThat(typed.err())
                .singleElement()
                .asString()
                .startsWith("The journal at 127.0.0.1:" + nobodyHere + " cannot be read: ");
        assertThat(typed.exit()).isEqualTo(2);
    }
}
