package eu.estafette.local.registry;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Confluent's client and ours meet at the local registry. */
class ConfluentLocalIT implements ConfluentInterop {

    private static final String USER = "hub:local-secret";

    private final LocalRegistry registry;

    ConfluentLocalIT(@TempDir Path data) {
        registry = LocalRegistry.start(data, 0, USER);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Override
    public Connection connection() {
        return new Connection(registry.url(), USER);
    }
}
