package eu.estafette.local.registry;

import org.junit.jupiter.api.extension.ExtendWith;

/** The contract against a real Apicurio Registry, through its Confluent-compatible API. */
@ExtendWith(ApicurioServer.Extension.class)
class ApicurioRegistryIT implements RegistryContract, CompatibilityContract {

    private final ApicurioServer server;

    ApicurioRegistryIT(ApicurioServer server) {
        this.server = server;
    }

    @Override
    public Connection connection() {
        return server.connection();
    }
}
