package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

    private static final String SOUND = """
            id: jobcoach-noord
            region: NL
            roles: [COACH_ORGANISATION]
            deliver: {by: webhook, url: "https://tool.example/hooks", secret: "env:NOORD"}
            """;

    private final Path folder;

    ChecksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theTablesThatComeWithTheHubHaveNoFault() {
        // When
        Run run = run("rules", "check");

        // Then
        assertThat(run.out()).isEqualTo("No fault in the next-step tables that come with the hub (12).\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void faultsInTablesAreAllShownWithFileAndLine() throws IOException {
        // Given
        Path rulesets = Files.createDirectories(folder.resolve("rulesets"));
        Files.writeString(rulesets.resolve("mine.csv"), "# ruleset: mine\nid,on,when\nX1,no.such.event,always\n");

        // When
        Run run = run("rules", "check", "--config", folder.toString());
        Run json = run("rules", "check", "--config", folder.toString(), "--json");

        // Then
        assertThat(run.out())
                .contains("mine.csv:")
                .contains("in the next-step tables; a hub does not start with them.");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(json.out()).startsWith("{\"faults\":[{\"file\":\"mine.csv\",\"line\":");
        assertThat(json.exitCode()).isEqualTo(1);
    }

    @Test
    void soundPartiesHaveNoFault() throws IOException {
        // Given
        party("jobcoach-noord.yaml", SOUND);

        // When
        Run run = Run.in(
                new Surroundings(
                        Map.of("NOORD", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="), folder, ZoneOffset.UTC),
                "parties",
                "check");

        // Then
        assertThat(run.out()).isEqualTo("No fault in the parties (1).\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void faultsInPartiesAreAllShownWithFileAndLine() throws IOException {
        // Given
        party("jobcoach-noord.yaml", SOUND.replace("webhook", "pigeon").replace("region: NL", "region: MARS"));

        // When
        Run run = run("parties", "check", "--config", folder.toString());

        // Then
        assertThat(run.out()).contains("jobcoach-noord.yaml:2: ").contains("jobcoach-noord.yaml:4: ");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void addressesAreLookedIntoAsAtTheStartOfTheHub() throws IOException {
        // Given
        party("jobcoach-noord.yaml", SOUND.replace("https://tool.example/hooks", "not an address"));

        // When
        Run run = Run.in(
                new Surroundings(
                        Map.of("NOORD", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="), folder, ZoneOffset.UTC),
                "parties",
                "check");

        // Then
        assertThat(run.out()).contains("jobcoach-noord.yaml:4: ").doesNotContain("MDEyMzQ1");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void testNumbersAreAFaultInProductionOnly() throws IOException {
        // Given: the OIN prefix of test organisations
        party(
                "jobcoach-noord.yaml",
                SOUND.replace(
                        "deliver: {by: webhook, url: \"https://tool.example/hooks\", secret: \"env:NOORD\"}",
                        "identifiers: [{scheme: OIN, number: \"00000099000000001000\"}]"));

        // When, Then
        assertThat(run("parties", "check", "--config", folder.toString()).exitCode())
                .isEqualTo(1);
        assertThat(run("parties", "check", "--config", folder.toString(), "--identifiers", "test")
                        .exitCode())
                .isZero();
    }

    @Test
    void partiesAreNotCheckedAgainstTablesWithFaults() throws IOException {
        // Given
        party("jobcoach-noord.yaml", SOUND);
        Path rulesets = Files.createDirectories(folder.resolve("rulesets"));
        Files.writeString(rulesets.resolve("mine.csv"), "# ruleset: mine\nid,on,when\n");

        // When
        Run run = run("parties", "check", "--config", folder.toString());

        // Then
        assertThat(run.err()).contains("see 'rules check'");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereIsWrongUse() {
        assertThat(run("rules", "check", "--config", "nowhere").err())
                .isEqualTo("There is no folder nowhere: check --config.\n");
        assertThat(run("parties", "check", "--config", "nowhere").exitCode()).isEqualTo(2);
        assertThat(run("parties", "check").err()).contains("parties: name the configuration with --config.");
    }

    private void party(String file, String text) throws IOException {
        Path parties = Files.createDirectories(folder.resolve("parties"));
        Files.writeString(parties.resolve(file), text);
    }

    private Run run(String... args) {
        return Run.in(new Surroundings(Map.of(), folder, ZoneOffset.UTC), args);
    }
}
