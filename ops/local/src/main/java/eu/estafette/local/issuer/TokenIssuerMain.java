package eu.estafette.local.issuer;

import eu.estafette.local.Foreground;
import eu.estafette.local.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A {@link TokenIssuer} in a JVM of its own; prints {@code Issuer is ready: http://127.0.0.1:PORT} once it gives tokens. */
@Command(name = "issuer", description = "Runs the token issuer alone.", mixinStandardHelpOptions = true)
public final class TokenIssuerMain implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "where its signing key is kept")
    private Path data = Path.of("");

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "0: a free one")
    private int port;

    @Option(
            names = "--party",
            paramLabel = "ID",
            split = ",",
            description = "a party that may have a token; repeatable")
    private List<String> parties = List.of();

    public static void main(String... args) {
        System.exit(Launch.run(new TokenIssuerMain(), args));
    }

    @Override
    public Integer call() throws Exception {
        var issuer = TokenIssuer.start(data, port, () -> parties);
        return Foreground.hold(issuer, () -> {
            var out = spec.commandLine().getOut();
            out.println("Issuer is ready: " + issuer.baseUrl());
            out.flush();
        });
    }
}
