package eu.estafette.kit.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.Party.QuietHours;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.Party.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyLoaderTest {

    private static final String SMALLEST = "id: gemeente-oost\nregion: NL\nroles: [REFERRER]\n";

    private final Path folder;

    PartyLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyKeyOfAPartyReachesItsRecord() throws IOException {
        // Given
        write("jobcoach-noord.yaml", """
                id: jobcoach-noord
                name: {nl: Jobcoach Noord, fr: Jobcoach Nord, en: Jobcoach North}
                region: NL
                roles: [COACH_ORGANISATION, COACH]
                identifiers: [{scheme: KVK, number: "68750110"}, {scheme: OIN, number: 00000001.822477348.000}]
                deliver: {by: webhook, url: "https://tool.example/hooks/estafette", secret: ["env:NEW", "env:OLD"]}
                persons:
                  - {id: coach-1, roles: [COACH], deliver: {by: mail, to: coach-1@example.org}}
                desks:
                  - {id: income, roles: [WELFARE]}
                outage: P10D
                ruleset: netherlands-municipality
                language: en
                sources: ["https://tool.example/"]
                zone: Europe/Paris
                window: 3
                rate: 20
                quiet: "22:00-06:00"
                onRecordFailure: SKIP
                callbacks: ["https://tool.example/"]
                partitions: 2
                receive: [{by: training-csv, inbox: /in}]
                """);

        // When
        LoadedParties loaded = load();

        // Then
        assertThat(loaded.faults()).isEmpty();
        Party party = loaded.registry().get(new PartyId("jobcoach-noord")).orElseThrow();
        assertThat(party)
                .isEqualTo(new Party(
                        new PartyId("jobcoach-noord"),
                        Map.of("nl", "Jobcoach Noord", "fr", "Jobcoach Nord", "en", "Jobcoach North"),
                        Region.NL,
                        Set.of(Role.COACH_ORGANISATION, Role.COACH),
                        false,
                        List.of(identifier("KVK", "68750110"), identifier("OIN", "00000001822477348000")),
                        List.of(
                                "urn:estafette:party:jobcoach-noord",
                                "urn:nld:oin:00000001822477348000",
                                "https://tool.example/"),
                        new DeliveryAddress(
                                "webhook",
                                Map.of(
                                        "url", List.of("https://tool.example/hooks/estafette"),
                                        "secret", List.of("new-secret", "old-secret"))),
                        List.of(new Party.Member(
                                "coach-1",
                                Set.of(Role.COACH),
                                Optional.of(
                                        new DeliveryAddress("mail", Map.of("to", List.of("coach-1@example.org")))))),
                        List.of(new Party.Member("income", Set.of(Role.WELFARE), Optional.empty())),
                        Optional.of("netherlands-municipality"),
                        "en",
                        ZoneId.of("Europe/Paris"),
                        Duration.ofDays(10),
                        3,
                        Optional.of(20),
                        Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 0))),
                        RecordFailure.SKIP,
                        List.of("https://tool.example/"),
                        2,
                        List.of(new DeliveryAddress("training-csv", Map.of("inbox", List.of("/in"))))));
    }

    @Test
    void aPartyNeedsOnlyIdRegionAndRoles() throws IOException {
        // Given
        write("gemeente-oost.yaml", SMALLEST);

        // When
        Party party = load().registry().get(new PartyId("gemeente-oost")).orElseThrow();

        // Then
        assertThat(party.name()).containsExactly(Map.entry("en", "gemeente-oost"));
        assertThat(party.deliver()).isEqualTo(DeliveryAddress.OWN_MAILBOX);
        assertThat(party.sources()).containsExactly("urn:estafette:party:gemeente-oost");
        assertThat(party.outage()).isEqualTo(Duration.ofDays(30));
        assertThat(party.window()).isEqualTo(8);
        assertThat(party.partitions()).isEqualTo(1);
        assertThat(party.language()).isEqualTo("nl");
        assertThat(party.zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(party.onRecordFailure()).isEqualTo(RecordFailure.PARK_CASE);
        assertThat(party.register()).isFalse();
    }

    @Test
    void aRegisterHoldsNoRoleAndIsFoundByItsEnterpriseNumberAndSystem() throws IOException {
        // Given
        write("dimona.yaml", """
                id: dimona
                region: FLANDERS
                roles: [REGISTER]
                identifiers: [{scheme: KBO, number: 206.731.645}]
                """);

        // When
        PartyRegistry registry = load().registry();

        // Then
        assertThat(registry.isRegister(new PartyId("dimona"))).isTrue();
        assertThat(registry.rolesOf(new PartyId("dimona"))).isEmpty();
        assertThat(registry.ofSource("urn:bel:kbo:0206731645:systeem:dimona")).isPresent();
        assertThat(registry.ofSource("urn:estafette:party:dimona:systeem:x")).isEmpty();
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnceWithFileAndLine() throws IOException {
        // Given
        write("a.yaml", """
                id: first
                region: NL
                roles: [REFERRER, SUBJECT]
                windw: 3
                deliver: {by: pigeon}
                ruleset: atlantis
                """);
        write("b.yaml", """
                id: first
                region: Mars
                roles: [REFERRER]
                outage: never
                sources: ["urn:estafette:party:other"]
                identifiers:
                  - {scheme: KVK, number: 123}
                  - {scheme: BSN, number: "999990342"}
                """);

        // When
        LoadedParties loaded = load();

        // Then
        assertThat(loaded.parties()).isEmpty();
        assertThat(loaded.faults())
                .extracting(PartyFault::file, PartyFault::line)
                .containsExactly(
                        tuple("a.yaml", 3),
                        tuple("a.yaml", 4),
                        tuple("a.yaml", 5),
                        tuple("a.yaml", 6),
                        tuple("b.yaml", 1),
                        tuple("b.yaml", 2),
                        tuple("b.yaml", 4),
                        tuple("b.yaml", 5),
                        tuple("b.yaml", 7),
                        tuple("b.yaml", 8));
        assertThatThrownBy(loaded::registry)
                .isInstanceOf(PartyFaultsException.class)
                .hasMessageContaining("a.yaml:4: unknown key \"windw\"")
                .hasMessageContaining("b.yaml:1: id \"first\" belongs to first (a.yaml) already");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "deliver: {by: webhook, url: x, secret: 'env:GONE'} | environment variable GONE, which is not set",
                "deliver: {by: mailbox, url: x} | unknown key \"url\"",
                "deliver: webhook | must be a mapping",
                "deliver: {url: x} | \"by\" is missing",
                "persons: {id: kim} | must be a list of mappings",
                "persons: [{id: kim}, {id: kim}] | stands here already",
                "persons: [{id: kim, roles: [KING]}] | \"roles\" is \"KING\"",
                "receive: [{by: webhook}] | available: training-csv",
                "partitions: 7 | from 1 to 6",
                "window: 0 | from 1 to 1000",
                "outage: PT0S | a duration such as P30D",
                "quiet: 22-06 | two local times",
                "zone: Mars/Olympus | a time zone",
                "language: de | nl, fr or en",
                "onRecordFailure: PANIC | PARK_CASE or SKIP",
                "callbacks: ['ftp://x'] | start with https:// or http://",
                "name: {de: Osten} | unknown key \"de\"",
                "ruleset: | \"ruleset\" must be one value",
                "window: 4\\nwindow: 5 | stands here a second time",
                "identifiers: [{scheme: OIN, number: '00000099000000001000'}] | a number for tests",
                "sources: ['with blank'] | a URI without blanks",
            })
    void aFaultSaysWhatIsWrong(String line, String text) throws IOException {
        // Given
        write("gemeente-oost.yaml", SMALLEST + line.replace("\\n", "\n") + "\n");

        // When
        LoadedParties loaded = load();

        // Then
        assertThat(loaded.faults()).singleElement().satisfies(fault -> assertThat(fault.text())
                .contains(text));
        assertThat(loaded.faults().getFirst().line()).isGreaterThanOrEqualTo(4);
        assertThat(loaded.parties()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hub", "operator", "Gemeente-Oost", "gemeente_oost", "gemeente.oost", "-oost"})
    void anIdThatCannotNameALaneIsRefused(String id) throws IOException {
        // Given
        write("x.yaml", "id: " + id + "\nregion: NL\nroles: [REFERRER]\n");

        // When / Then
        assertThat(load().faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith("x.yaml:1: \"id\" is"));
    }

    @Test
    void whatIsNoYamlIsToldWithItsLineAndHidesNoOtherFile() throws IOException {
        // Given
        write("a.yaml", "id: a\nregion: [NL\n");
        write("b.yaml", "- a list\n");
        write("gemeente-oost.yml", SMALLEST);

        // When
        LoadedParties loaded = load();

        // Then
        assertThat(loaded.faults()).extracting(PartyFault::file).containsExactly("a.yaml", "b.yaml");
        assertThat(loaded.faults().getFirst().line()).isEqualTo(3);
        assertThat(loaded.parties()).extracting(Party::id).containsExactly(new PartyId("gemeente-oost"));
    }

    @Test
    void aFolderWithoutPartiesIsAFault() {
        assertThat(load().faults()).singleElement().satisfies(fault -> assertThat(fault.text())
                .contains("no party files"));
    }

    @Test
    void anIdentifierBelongsToOneParty() throws IOException {
        // Given
        String number = "identifiers: [{scheme: KVK, number: '68750110'}]\n";
        write("a.yaml", SMALLEST + number);
        write("b.yaml", SMALLEST.replace("gemeente-oost", "gemeente-west") + number);

        // When / Then
        assertThat(load().faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .isEqualTo("b.yaml:4: KVK \"68750110\" belongs to gemeente-oost (a.yaml) already"));
    }

    @Test
    void aConnectorsOwnDoubtsAboutAnAddressAreFaults() throws IOException {
        // Given
        write("gemeente-oost.yaml", SMALLEST + "deliver: {by: webhook, url: nowhere}\n");
        var available = new Available(
                Set.of(),
                Set.of("webhook"),
                Set.of(),
                address -> List.of("no host in " + address.setting("url").orElseThrow()),
                address -> List.of(),
                IdentifierMode.TEST,
                name -> Optional.empty());

        // When / Then
        assertThat(new PartyLoader(available).load(folder).faults())
                .singleElement()
                .isEqualTo(new PartyFault("gemeente-oost.yaml", 4, "no host in nowhere"));
    }

    @Test
    void oneConnectorReadsOneFolderOnce() throws IOException {
        // Given
        write("gemeente-oost.yaml", SMALLEST + """
                receive:
                  - {by: training-csv, url: a}
                  - {by: training-csv, url: b, in: other}
                  - {by: training-csv, url: c, in: in}
                """);

        // When / Then
        assertThat(load().faults()).singleElement().satisfies(fault -> assertThat(fault.toString())
                .startsWith("gemeente-oost.yaml:7: party gemeente-oost has a second \"training-csv\"")
                .contains("\"in\"", "remove it"));
    }

    @Test
    void aSettingThatAConnectorDoesNotKnowIsNamedWithThoseItKnows() {
        // Given
        var address = new DeliveryAddress("webhook", Map.of("uri", List.of("hush"), "url", List.of("x")));

        // Then
        assertThat(SettingKeys.of("webhook", Set.of("url"), Set.of("secret")).faultsOf(address))
                .containsExactly("unknown key \"uri\"; webhook knows secret, url");
        assertThat(SettingKeys.none("webhook", "they stand elsewhere").faultsOf(address))
                .containsExactly(
                        "unknown key \"uri\"; webhook knows none here, they stand elsewhere",
                        "unknown key \"url\"; webhook knows none here, they stand elsewhere");
    }

    @Test
    void secretsDoNotShowInText() {
        assertThat(new DeliveryAddress("webhook", Map.of("secret", List.of("hush"))).toString())
                .doesNotContain("hush");
    }

    private static PartyIdentifier identifier(String scheme, String number) {
        return new PartyIdentifier(scheme, number, Optional.empty());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private LoadedParties load() {
        Map<String, String> environment = Map.of("NEW", "new-secret", "OLD", "old-secret");
        return new PartyLoader(new Available(
                        Set.of("netherlands-municipality", "flanders"),
                        Set.of("webhook", "mail"),
                        Set.of("training-csv"),
                        address -> List.of(),
                        address -> List.of(),
                        IdentifierMode.PRODUCTION,
                        name -> Optional.ofNullable(environment.get(name))))
                .load(folder);
    }
}
