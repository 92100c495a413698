package eu.estafette.commands;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which hub is asked and as whom, and how its answer is printed. */
final class HubOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--json", description = "print the hub's answer unchanged")
    private boolean json;

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

    HubOptions(Surroundings around) {
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

    /** @param lines for people; made only where they are wanted */
    void print(HubAnswer answer, Supplier<List<String>> lines) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(answer.body());
        } else {
            lines.get().forEach(out::println);
        }
    }

    Moments moments() {
        return new Moments(around.zone());
    }
}
