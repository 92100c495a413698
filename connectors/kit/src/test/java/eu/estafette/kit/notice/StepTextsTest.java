package eu.estafette.kit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void everyStepOfTheCatalogueHasItsTextInEveryLanguage(String language) {
        Set<String> steps = stepsOfTheCatalogue();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(50).contains("DECIDE-REFERRAL", "TAKE-BACK", "CONTACT-PERSON");

        assertThat(steps).allSatisfy(step -> assertThat(StepTexts.of(step, language))
                .as("%s in %s", step, language)
                .isNotEqualTo(step)
                .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_fr"})
    void everyLanguageHasTheSameStepsAndNoOthers(String suffix) {
        assertThat(bundle(suffix).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(stepsOfTheCatalogue());
    }

    @Test
    void noTextIsLeftInAnotherLanguage() {
        Properties english = bundle("");

        for (String suffix : Set.of("_nl", "_fr")) {
            bundle(suffix).forEach((step, text) -> assertThat(text).isNotEqualTo(english.get(step)));
        }
    }

    @Test
    void theLanguageIsTheReceiversAndNotTheMachines() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("nl"));

            assertThat(StepTexts.of("REPORT", "en")).isEqualTo("Report on the coaching");
            assertThat(StepTexts.of("REPORT", "de")).isEqualTo("Report on the coaching");
            assertThat(StepTexts.of("REPORT", "nl")).isEqualTo("Breng verslag uit over de coaching");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aStepOfAnOwnTableIsItsOwnText() {
        assertThat(StepTexts.of("WATER-THE-PLANTS", "nl")).isEqualTo("WATER-THE-PLANTS");
    }

    /** The tables may name no others: what neither carries a view, nor is closed by an event, is in {@code done-only}. */
    private static Set<String> stepsOfTheCatalogue() {
        String text = resource("/catalogue/steps.txt") + resource("/catalogue/closes.csv");
        return Pattern.compile("[A-Z]+(?:-[A-Z]+)+|\\b(?:CLARIFY|REPORT|TALK)\\b")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String suffix) {
        var properties = new Properties();
        try (var reader =
                new java.io.StringReader(resource("/eu/estafette/kit/notice/steps" + suffix + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(StepTextsTest.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
