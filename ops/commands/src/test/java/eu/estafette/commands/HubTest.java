package eu.estafette.commands;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A hub that is played, and commands typed against it. */
abstract class HubTest {

    final PlayedHub hub = new PlayedHub();

    @AfterEach
    void stopTheHub() {
        hub.close();
    }

    Typed type(String... args) {
        return Typed.run(
                Stream.concat(Stream.of(args), Stream.of("--url", hub.url())).toArray(String[]::new));
    }
}
