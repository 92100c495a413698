package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartiesCheckCommandTest {

    private static final String COACH = """
            id: coach-org
            region: NL
            roles: [COACH_ORGANISATION]
            ruleset: netherlands-municipality
            deliver: {by: webhook, url: "https://tool.example/hooks", secret: "env:COACH_SECRET"}
            """;
    private static final String TOWN = "id: town\nregion: NL\nroles: [REFERRER]\ndeliver: {by: mailbox}\n";

    private final Path data;
    private final Path config;

    PartiesCheckCommandTest(@TempDir Path data) {
        this.data = data;
        config = data.resolve("config");
    }

    @BeforeEach
    void aFolderOfParties() throws IOException {
        Files.createDirectories(config.resolve("parties"));
    }

    @Test
    void partiesWithoutFaultsAreCounted() throws IOException {
        // Given
        party("coach-org", COACH);
        party("town", TOWN);

        // When
        Typed check = check("--config", config.toString());

        // Then
        assertThat(check.out()).containsExactly("2 parties: all fine.");
        assertThat(check.exit()).isZero();
    }

    @Test
    void allFaultsAreListedWithFileAndLine() throws IOException {
        // Given
        party("coach-org", COACH.replace("webhook", "pigeon").replace("netherlands-municipality", "nowhere"));
        party("town", TOWN + "colour: red\n");

        // When
        Typed check = check("--config", config.toString());

        // Then
        assertThat(check.out()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(check.out())
                .anySatisfy(line ->
                        assertThat(line).startsWith("coach-org.yaml:4: ").contains("nowhere"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("coach-org.yaml:5: ").contains("pigeon"))
                .anySatisfy(line -> assertThat(line).startsWith("town.yaml:5: ").contains("colour"));
        assertThat(check.out().getLast()).matches("\\d faults; .* without\\. A hub does not start with them\\.");
        assertThat(check.exit()).isEqualTo(1);
    }

    @Test
    void withoutAFolderThoseOfTheHubOnThisMachineAreChecked() throws IOException {
        // Given
        party("town", TOWN);

        // When, Then
        assertThat(check().out()).containsExactly("1 party: all fine.");
    }

    @Test
    void whereNoHubHasRunAFolderMustBeNamed() {
        // When
        Typed check = Typed.run("parties", "check");

        // Then
        assertThat(check.err())
                .containsExactly("No hub has run on this machine yet: name a folder with parties/ in it by --config.");
        assertThat(check.exit()).isEqualTo(2);
    }

    @Test
    void tablesWithFaultsAreToBeMendedFirst() throws IOException {
        // Given
        party("town", TOWN);
        Files.writeString(Files.createDirectory(config.resolve("rulesets")).resolve("mine.csv"), "not,a,table\n");

        // When
        Typed check = check("--config", config.toString());

        // Then
        assertThat(check.err())
                .containsExactly(
                        "The tables have faults, so the parties cannot be checked yet: see rules check --config "
                                + config + ".");
        assertThat(check.exit()).isEqualTo(2);
    }

    @Test
    void jsonNamesEachFault() throws IOException {
        // Given
        party("town", TOWN + "colour: red\n");

        // When
        Typed check = check("--json");

        // Then
        assertThat(check.out())
                .singleElement()
                .asString()
                .startsWith("{\"parties\":")
                .contains("\"faults\":[{\"file\":\"town.yaml\",\"line\":5,\"text\":\"");
        assertThat(check.exit()).isEqualTo(1);
    }

    @Test
    void aNumberOfATestOrganisationIsRefusedInProduction() throws IOException {
        // Given
        party("town", TOWN + "identifiers: [{scheme: OIN, number: '00000099000000001000'}]\n");

        // When
        Typed production = check("--identifiers", "production");

        // Then
        assertThat(production.out().getFirst()).startsWith("town.yaml:5: ");
        assertThat(production.exit()).isEqualTo(1);
    }

    private void party(String id, String yaml) throws IOException {
        Files.writeString(config.resolve("parties").resolve(id + ".yaml"), yaml);
    }

    private Typed check(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "parties";
        args[1] = "check";
        System.arraycopy(options, 0, args, 2, options.length);
        return Typed.run(Typed.around(Map.of("COACH_SECRET", "whsec_c2VjcmV0LW9mLXRoZS1jb2FjaA=="), data), args);
    }
}
