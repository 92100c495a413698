package eu.estafette.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shipped parties, some of which are reached by webhook in the demo; the others read their mailbox. */
final class DemoParties {

    static final List<String> BY_WEBHOOK =
            List.of("gemeente-oost", "jobcoach-noord", "uitzend-nu", "steunpunt", "uwv", "vdab", "buddies", "brugwerk");
    static final List<String> BY_MAILBOX = List.of("ocmw-zandhove", "ocmw-meerdam", "inslag", "slakwekerij", "winkel");

    private DemoParties() {}

    static boolean hasWebhook(String party) {
        return BY_WEBHOOK.contains(party);
    }

    static List<String> all() {
        return Stream.concat(BY_WEBHOOK.stream(), BY_MAILBOX.stream()).toList();
    }

    /** Rewrites {@code parties/} in a folder of configuration. */
    static void reachByWebhook(Path config, UnaryOperator<String> urlOf, String secret) throws IOException {
        for (String party : BY_WEBHOOK) {
            Path file = config.resolve("parties").resolve(party + ".yaml");
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
