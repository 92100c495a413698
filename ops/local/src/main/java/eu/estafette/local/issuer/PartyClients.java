package eu.estafette.local.issuer;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Every party is a client by its id, and so is the operator. */
final class PartyClients implements RegisteredClientRepository {

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build();

    private final Supplier<? extends Collection<String>> parties;

    PartyClients(Supplier<? extends Collection<String>> parties) {
        this.parties = parties;
    }

    static String role(String clientId) {
        return clientId.equals(LocalIssuer.OPERATOR) ? "operator" : "party";
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (!clientId.equals(LocalIssuer.OPERATOR) && !parties.get().contains(clientId)) {
            return null;
        }
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(LocalIssuer.SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TOKENS)
                .build();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are the parties of the configuration");
    }
}
