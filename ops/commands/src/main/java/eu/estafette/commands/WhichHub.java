package eu.estafette.commands;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which hub is asked, and as whom. */
final class WhichHub {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "address of the hub (default: ESTAFETTE_URL, else the hub that runs on this machine)")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "address of the token issuer (default: that of the hub)")
    private Optional<String> issuer = Optional.empty();

    @Option(
            names = "--client",
            paramLabel = "ID",
            defaultValue = "operator",
            description = "OAuth2 client id (default: ${DEFAULT-VALUE})")
    private String client = "operator";

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            defaultValue = "local-secret",
            description = "its secret (default: ${DEFAULT-VALUE}, that of the local mode)")
    private String secret = "local-secret";

    private final Surroundings around;

    WhichHub(Surroundings around) {
        this.around = around;
    }

    /** @throws TroubleException if it is not known where the hub is */
    HubClient hub() throws TroubleException {
        HubAddress address = HubAddress.of(url, around);
        return new HubClient(address, tokens(address));
    }

    /** Where both are the same, it is the hub that does not answer. */
    private TokenClient tokens(HubAddress hub) throws TroubleException {
        if (issuer.isEmpty()) {
            return new TokenClient(hub.base(), client, secret, hub.unanswered("hub"));
        }
        HubAddress own = HubAddress.of(issuer, around);
        return new TokenClient(own.base(), client, secret, own.unanswered("token issuer"));
    }
}
