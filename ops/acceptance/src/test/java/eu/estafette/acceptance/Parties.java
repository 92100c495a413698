package eu.estafette.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A municipality that refers, one that may send little, and a coach organisation reached by webhook: configuration for a hub under test. */
public final class Parties {

    public static final String SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private Parties() {}

    /** Writes the party files and gives the folder for {@code --config}. */
    static Path write(Path folder, String webhookUrl) throws IOException {
        Path parties = Files.createDirectories(folder.resolve("parties"));
        Files.writeString(parties.resolve("gemeente-oost.yaml"), """
                id: gemeente-oost
                name: {nl: Gemeente Oost, fr: Commune Oost, en: Municipality of Oost}
                region: NL
                roles: [REFERRER, COMMISSIONER]
                deliver: {by: mailbox}
                outage: P30D
                ruleset: netherlands-municipality
                language: nl
                """);
        Files.writeString(parties.resolve("gemeente-haast.yaml"), """
                id: gemeente-haast
                name: {nl: Gemeente Haast, fr: Commune Haast, en: Municipality of Haast}
                region: NL
                roles: [REFERRER, COMMISSIONER]
                deliver: {by: mailbox}
                rate: 1
                outage: P30D
                ruleset: netherlands-municipality
                language: nl
                """);
        Files.writeString(parties.resolve("jobcoach-noord.yaml"), """
                id: jobcoach-noord
                name: {nl: Jobcoach Noord, fr: Jobcoach Nord, en: Jobcoach North}
                region: NL
                roles: [COACH_ORGANISATION, COACH]
                deliver: {by: webhook, url: "%s", secret: "%s"}
                outage: P30D
                ruleset: netherlands-municipality
                language: nl
                """.formatted(webhookUrl, SECRET));
        return folder;
    }
}
