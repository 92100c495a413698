package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.ShippedRulesets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCheckCommandTest {

    private static final String MINE = "netherlands-municipality@gemeente-brinkhove.csv";

    private static final List<String> BROKEN = List.of(
            "flanders-counsellor-split",
            "flanders-aspect-split",
            "flanders-single-coach",
            "flanders-interface",
            "francophone",
            "untrained");

    private final Path config;

    RulesCheckCommandTest(@TempDir Path config) {
        this.config = config;
    }

    @Test
    void theShippedTablesAreFine() {
        // When
        Typed check = Typed.run("rules", "check");

        // Then
        assertThat(check.out()).singleElement().asString().matches("12 tables with [1-9]\\d+ rows: all fine\\.");
        assertThat(check.exit()).isZero();
    }

    @Test
    void aConfigurationWithoutTablesUsesTheShippedOnes() {
        assertThat(Typed.run("rules", "check", "--config", config.toString()).out())
                .isEqualTo(Typed.run("rules", "check").out());
    }

    @Test
    void allFaultsAreListedWithFileLineAndRow() throws IOException {
        // Given
        tablesWith(
                "C6,nothing.known,always,,REFERRER > OPERATOR,inform:referral-fact,,,x\nZ9,person.moved,always,ADMIN,KING,inform:referral-fact,,,x\n");

        // When
        Typed check = Typed.run("rules", "check", "--config", config.toString());

        // Then
        assertThat(check.out()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(check.out())
                .anySatisfy(line -> assertThat(line)
                        .startsWith(MINE + ":6 row C6: ")
                        .contains("nothing.known")
                        .endsWith("(UNKNOWN_EVENT)"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(MINE + ":7 row Z9: ").contains("KING"));
        assertThat(check.out().getLast())
                .matches("\\d+ faults in 12 tables with \\d+ rows\\. A hub does not start with them\\.");
        assertThat(check.exit()).isEqualTo(1);
    }

    /** The shipped tables with six broken ones among them; to be read, and to be kept as it is. */
    @Test
    void aBrokenCopyIsToldOfWithAllItsFaultsAtOnce() throws Exception {
        // Given
        tablesWith("");
        for (String broken : BROKEN) {
            Files.writeString(config.resolve("rulesets").resolve(broken + ".csv"), fixture(broken + ".csv"));
        }

        // When
        Typed check = Typed.run("rules", "check", "--config", config.toString());

        // Then
        System.out.println("\nrules check on a broken copy\n\n" + String.join("\n", check.out()) + "\n");
        assertThat(check.out())
                .containsExactlyElementsOf(fixture("told.txt").lines().toList());
        assertThat(check.exit()).isEqualTo(1);
    }

    private static String fixture(String name) throws Exception {
        return Files.readString(Path.of(
                RulesCheckCommandTest.class.getResource("/broken/" + name).toURI()));
    }

    @Test
    void jsonNamesEachFault() throws IOException {
        // Given
        tablesWith("Z9,,,,,off,,,x\n");

        // When
        Typed check = Typed.run("rules", "check", "--json", "--config", config.toString());

        // Then
        assertThat(check.out())
                .singleElement()
                .asString()
                .startsWith("{\"tables\":12,\"rows\":")
                .contains(
                        "{\"file\":\"" + MINE + "\",\"line\":6,\"row\":\"Z9\",\"kind\":\"UNKNOWN_ROW\",\"message\":\"");
        assertThat(check.exit()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotThereIsToldInASentence() {
        // When
        Typed check =
                Typed.run("rules", "check", "--config", config.resolve("no").toString());

        // Then
        assertThat(check.err())
                .containsExactly("There is no folder " + config.resolve("no") + ": name one with --config.");
        assertThat(check.exit()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutTablesIsToldInASentence() throws IOException {
        // Given
        Files.createDirectory(config.resolve("rulesets"));

        // When
        Typed check = Typed.run("rules", "check", "--config", config.toString());

        // Then
        assertThat(check.err())
                .containsExactly("The folder rulesets/ holds no tables (*.csv), so a hub would have no rules.");
        assertThat(check.exit()).isEqualTo(2);
    }

    @Test
    void aTableThatIsNotUtf8IsToldInASentence() throws IOException {
        // Given
        Path file = Files.createDirectory(config.resolve("rulesets")).resolve("latin.csv");
        Files.write(file, "# é".getBytes(StandardCharsets.ISO_8859_1));

        // When
        Typed check = Typed.run("rules", "check", "--config", config.toString());

        // Then
        assertThat(check.err()).containsExactly(file + " is not UTF-8: save it as UTF-8.");
        assertThat(check.exit()).isEqualTo(2);
    }

    /** The shipped tables, but in one of them these rows after its head. */
    private void tablesWith(String rows) throws IOException {
        Path folder = Files.createDirectory(config.resolve("rulesets"));
        for (RulesetSource table : ShippedRulesets.sources()) {
            boolean mine = table.file().equals(MINE);
            String head = table.text().lines().limit(5).reduce("", (text, line) -> text + line + "\n");
            Files.writeString(folder.resolve(table.file()), mine ? head + rows : table.text());
        }
    }
}
