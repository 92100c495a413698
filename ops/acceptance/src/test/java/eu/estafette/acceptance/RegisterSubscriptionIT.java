package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.kit.rig.SftpPartner;
import eu.estafette.kit.rig.SignedRequest;
import eu.estafette.kit.rig.SoapPartner;
import eu.estafette.kit.rig.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case opens: MAGDA hears of it over mutual TLS, and what it answers is told in the case, once, although a file tells it, too. */
class RegisterSubscriptionIT {

    private static final String INSZ = "93051822361";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CONTRACT = "<Contract><Relatie><Werkgever><Ondernemingsnummer>0206731645"
            + "</Ondernemingsnummer></Werkgever><Werknemer><INSZ>" + INSZ + "</INSZ></Werknemer></Relatie>"
            + "<Aangifte DatumTijdstipCreatie=\"2026-03-02T08:00:00\"><DimonaNummer>34567</DimonaNummer><PeriodeTijdstip><Begin>"
            + "<Datum>2026-03-16</Datum></Begin></PeriodeTijdstip><Geannuleerd>0</Geannuleerd>"
            + "<LaatsteDimonaActie>I</LaatsteDimonaActie></Aangifte></Contract>";

    @TempDir
    static Path folder;

    private static TestKeys keys;
    private static SoapPartner magda;
    private static SftpPartner files;
    private static Jvm hub;
    private static PartnerApi api;

    @BeforeAll
    static void start() throws Exception {
        keys = TestKeys.in(folder);
        magda = new SoapPartner(Files.createDirectories(folder.resolve("magda")), Optional.of(keys));
        magda.says(RegisterSubscriptionIT::reply);
        files = new SftpPartner(Files.createDirectories(folder.resolve("files")));
        Path data = folder.resolve("data");
        hub = Jvm.hub(
                List.of("-Xmx1g", "-Destafette.polling.interval=PT1S"),
                List.of("run", "--port", "0", "--data", data.toString(), "--config", config().toString()));
        api = new PartnerApi(hub.address());
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        files.close();
        magda.close();
    }

    @Test
    void aCaseThatOpensIsFollowedAndAnEmploymentIsToldOnceByTwoWays() throws Exception {
        // When
        assertThat(api.postEvent(api.token("vdab-sub"), referral()).statusCode())
                .isEqualTo(202);

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(operations()).startsWith("RegistreerInschrijving", "GeefWerkrelaties"));
        SignedRequest request = SignedRequest.of(magda.requests().getFirst());
        assertThat(request.valid()).isTrue();
        assertThat(magda.requests().getFirst()).contains("<Sleutel>" + INSZ + "<");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(starts()).containsExactly("ACCEPTED 000000034567", "DECIDED ROUTED"));

        // When: the nightly file has it, too
        Path file = files.path("werk.publiceermutatieswerkrelaties-0200_20260303060000000.xml");
        Files.writeString(file, "<MutatiesWerkrelaties>" + CONTRACT + "</MutatiesWerkrelaties>");
        Files.move(file, files.path("in").resolve(file.getFileName()));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(starts())
                .containsExactly(
                        "ACCEPTED 000000034567", "DECIDED ROUTED", "ACCEPTED 000000034567", "DECIDED DUPLICATE"));
    }

    private static List<String> operations() {
        return magda.requests().stream().map(RegisterSubscriptionIT::operation).toList();
    }

    /** What became of each word of a beginning. */
    private static List<String> starts() throws Exception {
        JsonNode trace = api.json("/api/ops/trace/000000034567", api.token("operator"));
        List<String> starts = new ArrayList<>();
        for (JsonNode item : trace.path("items")) {
            if (item.path("type").asText().equals("employment.started")) {
                starts.add(item.path("kind").asText() + " "
                        + item.path("businessKey").asText() + item.path("state").asText());
            }
        }
        return starts;
    }

    private static String operation(String request) {
        Matcher name = Pattern.compile("<m:(\\w+)").matcher(request);
        return name.find() ? name.group(1) : "";
    }

    private static String reply(String request) {
        String operation = operation(request);
        String reference = request.replaceFirst("(?s).*<Vraag><Referte>", "").replaceFirst("(?s)<.*", "");
        String namespace = request.replaceFirst("(?s).*xmlns:m=\"", "").replaceFirst("(?s)\".*", "");
        String content = operation.equals("GeefWerkrelaties")
                ? "<Contracten>" + CONTRACT + "</Contracten>"
                : "<Resultaat>1</Resultaat>";
        return "<m:" + operation + "Response xmlns:m=\"" + namespace
                + "\"><Repliek><Context/><Antwoorden><Antwoord><Referte>"
                + reference + "</Referte><Inhoud>" + content + "</Inhoud></Antwoord></Antwoorden></Repliek></m:"
                + operation
                + "Response>";
    }

    private static String referral() {
        return """
                {"specversion":"1.0","id":"sub-1","source":"urn:estafette:party:vdab-sub",
                 "type":"eu.estafette.case.v1.referral.notify.requested","service":"eu.estafette.case.v1",
                 "time":"2026-03-02T09:15:00+01:00","datacontenttype":"application/json",
                 "data":{"subject":{"scheme":"INSZ","number":"%s","givenName":"Sam","familyName":"Jansen"},
                         "ruleset":"flanders","occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"REF-1",
                         "roles":[{"role":"REFERRER","party":"vdab-sub"},{"role":"UMBRELLA","party":"buddies-sub"}],
                         "kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"}}}
                """.formatted(INSZ);
    }

    /** Flanders as it is shipped, with a register that is told. */
    private static Path config() throws IOException {
        Path config = folder.resolve("config");
        Path rulesets = Files.createDirectories(config.resolve("rulesets"));
        for (RulesetSource source : ShippedRulesets.sources()) {
            String text = source.text().replaceFirst("(# ruleset flanders\n)", "$1# registers: magda-sub\n");
            Files.writeString(rulesets.resolve(source.file()), text);
        }
        Path parties = Files.createDirectories(config.resolve("parties"));
        party(parties, "vdab-sub", "REFERRER, EMPLOYMENT_SERVICE", "deliver: {by: mailbox}");
        party(parties, "buddies-sub", "UMBRELLA, COACH", "deliver: {by: mailbox}");
        party(parties, "magda-sub", "REGISTER", """
                deliver: {by: magda}
                receive:
                  - {by: magda, url: "%s", keyStore: "%s", keyStorePassword: "%s", trustStore: "%s",
                     trustStorePassword: "%s", identification: "https://estafette.example", capacity: "7701"}
                  - %s
                """.formatted(
                        magda.url(), keys.hub(), TestKeys.PASSWORD, keys.ofPartner(), TestKeys.PASSWORD, inFiles()));
        return config;
    }

    private static String inFiles() {
        Map<String, List<String>> address = files.address("mutation-files").settings();
        return "{by: mutation-files, url: \"%s\", hostKey: \"%s\", password: \"%s\"}"
                .formatted(
                        address.get("url").getFirst(),
                        address.get("hostKey").getFirst(),
                        address.get("password").getFirst());
    }

    private static void party(Path parties, String id, String roles, String more) throws IOException {
        Files.writeString(
                parties.resolve(id + ".yaml"), """
                id: %s
                region: FLANDERS
                language: nl
                roles: [%s]
                outage: P30D
                """.formatted(id, roles) + more + (more.endsWith("\n") ? "" : "\n"));
    }
}
