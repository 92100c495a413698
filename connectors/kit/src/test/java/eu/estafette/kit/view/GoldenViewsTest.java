package eu.estafette.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.CsvText;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.domain.view.View;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which fields leave the hub, for each ruleset, event and role: a change shows in the diff of a golden file. */
class GoldenViewsTest {

    private static final Path GOLDEN = Path.of(System.getProperty("basedir", ""), "src/test/resources/golden/views");
    private static final String HEAD = """
            # What leaves the hub under %s: event, role, view: fields. Of several lines for an event and role the first counts whose consent is given.
            # With each go type, date, move and businessKey of the event and the person as far as the receiver may name it, but for desk-card.
            # Fields are those of the event itself, read through the view's contract. Made by GoldenViewsTest, which says how to renew this file.
            """;

    static Stream<String> rulesets() {
        return ShippedRulesets.sources().stream()
                .map(source -> head(source, "ruleset").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("rulesets")
    void exactlyTheFieldsOfTheGoldenFileLeave(String ruleset) throws IOException {
        // Given
        Path golden = GOLDEN.resolve(ruleset + ".txt");

        // When
        String leaving = leaving(ruleset);

        // Then
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, leaving);
        }
        assertThat(leaving.lines())
                .as("""
                        what leaves under %s, against %s. Is the change meant? Renew the file and read its diff:
                        ./mvnw -pl connectors/kit -am test -Dtest=GoldenViewsTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true
                        """, ruleset, golden)
                .containsExactlyElementsOf(Files.exists(golden) ? Files.readAllLines(golden) : List.of());
    }

    @Test
    void everyGoldenFileIsOfARuleset() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            rulesets().map(ruleset -> ruleset + ".txt").toList());
        }
    }

    private static String leaving(String ruleset) {
        Catalogue catalogue = Catalogue.shipped();
        var sight = new ViewSight(catalogue.views(), lineage(ruleset));
        List<String> lines = new ArrayList<>();
        for (EventType event : EventType.values()) {
            lines.addAll(sight.of(event));
        }
        for (View view : all(catalogue)) {
            switch (view.subject()) {
                case CASE -> lines.addAll(sight.of("case", view, "document/case"));
                case STEP -> lines.addAll(sight.of("step", view, "document/step"));
                case SUBSCRIPTION -> lines.addAll(sight.of("subscription", view, "document/subscription"));
                case EVENT -> {}
            }
        }
        return HEAD.formatted(ruleset) + String.join("\n", lines) + "\n";
    }

    private static List<View> all(Catalogue catalogue) {
        try (InputStream in = Catalogue.class.getResourceAsStream("/catalogue/views.csv")) {
            return CsvText.parse("views.csv", new String(in.readAllBytes(), StandardCharsets.UTF_8)).rows().stream()
                    .map(row -> catalogue.views().named(row.cell(0)).orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> lineage(String ruleset) {
        Set<String> lineage = new LinkedHashSet<>();
        Optional<String> next = Optional.of(ruleset);
        while (next.isPresent()) {
            String name = next.get();
            lineage.add(name);
            next = ShippedRulesets.sources().stream()
                    .filter(source -> head(source, "ruleset").orElseThrow().equals(name))
                    .findFirst()
                    .flatMap(source -> head(source, "extends"));
        }
        return lineage;
    }

    private static Optional<String> head(RulesetSource source, String key) {
        return source.text()
                .lines()
                .filter(line -> line.startsWith("# " + key + " "))
                .map(line -> line.substring(key.length() + 3).strip())
                .findFirst();
    }
}
