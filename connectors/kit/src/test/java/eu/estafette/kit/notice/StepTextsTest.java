package eu.estafette.kit.notice;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.catalogue.Catalogue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTextsTest {

    private final StepTexts texts = StepTexts.shipped();
    private final Set<String> steps = Catalogue.shipped().steps().all();

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void everyStepHasATextInEveryLanguage(String language) {
        assertThat(texts.languages()).contains(language);
        assertThat(steps).hasSizeGreaterThanOrEqualTo(50);
        assertThat(texts.steps(language)).containsExactlyInAnyOrderElementsOf(steps);
        assertThat(steps)
                .allSatisfy(step -> assertThat(texts.text(step, language)).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void noTwoStepsReadTheSame(String language) {
        assertThat(steps.stream().map(step -> texts.text(step, language))).doesNotHaveDuplicates();
    }

    @Test
    void aStepReadsInTheReceiversLanguage() {
        assertThat(texts.text("BRIDGE-WAIT", "nl")).isEqualTo("Overbrug de tijd tot de opleiding begint");
        assertThat(texts.text("BRIDGE-WAIT", "fr")).isEqualTo("Assurez la transition jusqu'au début de la formation");
        assertThat(texts.text("BRIDGE-WAIT", "en")).isEqualTo("Bridge the time until the training starts");
    }

    @Test
    void aLanguageThatIsNotHereIsAnsweredInEnglish() {
        assertThat(texts.text("FIRST-CONTACT", "de")).isEqualTo("Make the first contact");
    }

    @Test
    void aCodeWithoutATextReadsAsItsOwnWords() {
        assertThat(texts.text("SEND-KEY-BACK", "nl")).isEqualTo("Send key back");
    }
}
