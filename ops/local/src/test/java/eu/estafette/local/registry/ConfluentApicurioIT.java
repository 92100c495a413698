package eu.estafette.local.registry;

import org.junit.jupiter.api.extension.ExtendWith;

/** Confluent's client and ours meet at Apicurio. */
@ExtendWith(ApicurioServer.Extension.class)
class ConfluentApicurioIT implements ConfluentInterop {

    private final ApicurioServer server;

    ConfluentApicurioIT(ApicurioServer server) {
        this.server = server;
    }

    @Override
    public Connection connection() {
        return server.connection();
    }
}
