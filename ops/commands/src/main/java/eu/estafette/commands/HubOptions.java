package eu.estafette.commands;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command reaches its hub. */
final class HubOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The hub. Default: ESTAFETTE_URL, else the address in data/estafette.json.")
    private @Nullable URI url;

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "OAuth2 client of an operator. Default: ESTAFETTE_CLIENT, else operator.")
    private @Nullable String client;

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            description = "Its secret. Default: ESTAFETTE_SECRET, else that of the local mode.")
    private @Nullable String secret;

    @Option(names = "--issuer", paramLabel = "URL", description = "Issuer of tokens. Default: the hub's own.")
    private @Nullable URI issuer;

    @Option(names = "--json", description = "Print the hub's answer unchanged.")
    private boolean json;

    boolean json() {
        return json;
    }

    /** @throws CommandException if there is no address to be found */
    HubClient connect(Surroundings surroundings) {
        URI hub = url != null ? url : HubAddress.find(surroundings);
        return new HubClient(
                hub,
                new Tokens(
                        hub,
                        Optional.ofNullable(issuer),
                        given(client, surroundings, "ESTAFETTE_CLIENT", "operator"),
                        given(secret, surroundings, "ESTAFETTE_SECRET", "local-secret")));
    }

    private static String given(@Nullable String option, Surroundings surroundings, String variable, String otherwise) {
        return option != null ? option : surroundings.environment().getOrDefault(variable, otherwise);
    }
}
