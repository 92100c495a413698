package eu.estafette.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shipped parties, with those who play in the demo reached by webhook instead of mailbox. */
final class DemoParties {

    static final List<String> PLAYERS = List.of(
            "gemeente-oost",
            "gemeente-utrecht",
            "jobcoach-noord",
            "uitzend-nu",
            "vdab",
            "ocmw-zandhove",
            "buddies",
            "slakwekerij");

    private DemoParties() {}

    /** Rewrites {@code parties/} in a folder of configuration. */
    static void reachByWebhook(Path config, UnaryOperator<String> urlOf, String secret) throws IOException {
        try (Stream<Path> files = Files.list(config.resolve("parties"))) {
            for (Path file : files.toList()) {
                String party = file.getFileName().toString().replace(".yaml", "");
                if (PLAYERS.contains(party)) {
                    Files.writeString(
                            file,
                            Files.readString(file)
                                    .replace(
                                            "deliver: {by: mailbox}",
                                            "deliver: {by: webhook, url: \"%s\", secret: \"%s\"}"
                                                    .formatted(urlOf.apply(party), secret)));
                }
            }
        }
    }
}
