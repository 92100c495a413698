package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub that cannot be asked ends a command with exit code 2 and one sentence, never a report and never a stack trace. */
class HubTroubleTest extends HubTest {

    @ParameterizedTest
    @ValueSource(strings = {"status", "lanes", "steps", "trace"})
    void aHubThatIsNotThereIsToldInASentence(String command) throws IOException {
        // Given
        try (var nobody = new Nobody()) {
            String[] args = command.equals("trace")
                    ? new String[] {command, "E1", "--url", nobody.url()}
                    : new String[] {command, "--url", nobody.url()};

            // When
            Typed typed = Typed.run(args);

            // Then
            assertThat(typed.err())
                    .containsExactly("No hub answers at " + nobody.url()
                            + " (address from the command line): the connection was refused.");
            assertThat(typed.out()).isEmpty();
            assertThat(typed.exit()).isEqualTo(2);
        }
    }

    @Test
    void aWrongSecretIsToldInASentence() {
        // When
        Typed typed = type("status", "--client", "coach", "--secret", "wrong");

        // Then
        assertThat(typed.err())
                .containsExactly("The token issuer at " + hub.url()
                        + " does not let in client \"coach\" with this secret: give --client and --secret.");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void aTokenMayComeFromAnIssuerOfItsOwn() {
        try (PlayedHub issuer = new PlayedHub()) {
            // Given
            hub.answers("{\"items\":[],\"attention\":[]}");

            // When
            Typed typed = type("lanes", "--issuer", issuer.url() + "/");

            // Then
            assertThat(typed.exit()).isZero();
        }
    }

    @Test
    void anIssuerThatIsNotThereIsNotTakenForTheHub() throws IOException {
        // Given
        try (var nobody = new Nobody()) {
            // When
            Typed typed = type("status", "--issuer", nobody.url());

            // Then
            assertThat(typed.err())
                    .containsExactly("No token issuer answers at " + nobody.url()
                            + " (address from the command line): the connection was refused.");
            assertThat(typed.exit()).isEqualTo(2);
        }
    }

    @Test
    void aClientThatMayNotAskIsToldInASentence() {
        assertThat(refused(403, "forbidden", "This token's party may not make this call."))
                .isEqualTo("The hub at " + hub.url()
                        + " does not let client \"operator\" ask this: it needs the role operator.");
    }

    @Test
    void aReadModelThatIsAwayIsToldInTheHubsWords() {
        assertThat(refused(503, "serviceUnavailable", "The read model cannot be reached."))
                .isEqualTo("The hub at " + hub.url() + " cannot answer now: The read model cannot be reached.");
    }

    @Test
    void aParameterThatTheHubRefusesIsToldInTheHubsWords() {
        assertThat(refused(400, "badRequest", "A parameter of the call cannot be used."))
                .isEqualTo("The hub at " + hub.url() + " answered 400: A parameter of the call cannot be used.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>", "", "[]", "{\"attention\":3}"})
    void anAnswerThatIsNoReportIsNotTakenForAGoodOne(String body) {
        // Given
        hub.says(200, body);

        // When
        Typed typed = type("status");

        // Then
        assertThat(typed.err())
                .containsExactly(
                        "What answers at " + hub.url() + " is no Estafette hub with this command: check --url.");
        assertThat(typed.exit()).isEqualTo(2);
    }

    @Test
    void aPageThatIsNotFoundIsNotAReferenceThatIsNotFound() {
        // Given
        hub.says(404, "<html>");

        // When
        Typed typed = type("trace", "E1");

        // Then
        assertThat(typed.err())
                .containsExactly(
                        "What answers at " + hub.url() + " is no Estafette hub with this command: check --url.");
        assertThat(typed.exit()).isEqualTo(2);
    }

    private String refused(int status, String type, String detail) {
        hub.refuses(status, type, detail);
        Typed typed = type("status", "--json");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).hasSize(1);
        return typed.err().getFirst();
    }

    /** A port that no other process can take, and at which nobody listens. */
    private static final class Nobody implements AutoCloseable {

        private final Socket taken = new Socket();

        Nobody() throws IOException {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        String url() {
            return "http://127.0.0.1:" + taken.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            taken.close();
        }
    }
}
