package eu.estafette.local.demo.formats;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.SftpPartner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who takes part in this chapter only, with the addresses of their servers. */
final class FormatParties {

    static final String WELFARE = "ocmw-zandhove";
    static final String COACHES = "coachpunt";
    static final String EMPLOYER = "bakkerij";
    static final String EMPLOYER_NUMBER = "0410000588";
    static final String SCHOOL = "cvo-noord";
    static final String MUNICIPALITY = "gemeente-west";
    static final String DUTCH_COACHES = "jobcoach-noord";

    private final Path parties;

    /** @param config whose {@code parties/} gets their files */
    FormatParties(Path config) {
        parties = config.resolve("parties");
    }

    void coachByMail() throws IOException {
        write(COACHES, """
                region: FLANDERS
                roles: [COACH_ORGANISATION]
                identifiers: [{scheme: KBO, number: "0410000687"}]
                deliver: {by: mail, to: %s}
                outage: P30D
                ruleset: flanders
                language: nl
                """.formatted(CoachMailbox.COACH));
    }

    void employerByDimona(SftpPartner files) throws IOException {
        write(EMPLOYER, """
                region: FLANDERS
                roles: [EMPLOYER, WORKPLACE]
                identifiers: [{scheme: KBO, number: "%s"}]
                receive:
                  - %s
                deliver: {by: mailbox}
                outage: P30D
                ruleset: flanders
                language: nl
                """.formatted(EMPLOYER_NUMBER, folder("dimona", files)));
    }

    void schoolByCsv(SftpPartner files) throws IOException {
        write(SCHOOL, """
                region: FLANDERS
                roles: [TRAINING]
                identifiers: [{scheme: KBO, number: "0410000786"}]
                receive:
                  - %s
                deliver: {by: mailbox}
                outage: P30D
                ruleset: flanders
                language: nl
                """.formatted(folder("training-csv", files)));
    }

    void municipalityByZgw(Municipality municipality) throws IOException {
        write(MUNICIPALITY, """
                region: NL
                roles: [REFERRER, COMMISSIONER]
                identifiers: [{scheme: KVK, number: "68750115"}]
                callbacks: ["%s"]
                deliver: {by: zgw, callback: "%s", auth: "%s"}
                outage: P30D
                ruleset: netherlands-municipality
                language: nl
                """.formatted(municipality.root(), municipality.callback(), Municipality.AUTHORIZATION));
    }

    private static String folder(String by, SftpPartner files) {
        DeliveryAddress address = files.address(by);
        return "{by: %s, url: \"%s\", hostKey: \"%s\", password: \"%s\"}"
                .formatted(
                        by,
                        address.setting("url").orElseThrow(),
                        address.setting("hostKey").orElseThrow(),
                        address.setting("password").orElseThrow());
    }

    private void write(String party, String rest) throws IOException {
        Files.writeString(parties.resolve(party + ".yaml"), "id: " + party + "\n" + rest);
    }
}
