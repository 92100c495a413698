package eu.estafette.kit.notice;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/**
 * The steps' codes in plain words, from {@code steps_<language>.properties}: what a receiver reads as its task. In a language that is not
 * here it reads English; of a code that has no text it reads the code's own words.
 */
public final class StepTexts {

    private static final StepTexts SHIPPED = new StepTexts();

    private final ResourceBundle english = bundle("en");
    private final Map<String, ResourceBundle> byLanguage =
            Map.of("nl", bundle("nl"), "fr", bundle("fr"), "en", english);

    private StepTexts() {}

    /** Dutch (nl), French (fr) and English (en). */
    public static StepTexts shipped() {
        return SHIPPED;
    }

    public Set<String> languages() {
        return byLanguage.keySet();
    }

    /**
     * @param step     code: {@code DECIDE-REFERRAL}
     * @param language {@code nl}, {@code fr} or {@code en}
     */
    public String text(String step, String language) {
        ResourceBundle texts = byLanguage.getOrDefault(language, english);
        return texts.containsKey(step) ? texts.getString(step) : words(step);
    }

    /** The codes that have a text in this language. */
    Set<String> steps(String language) {
        return byLanguage.getOrDefault(language, english).keySet();
    }

    private static String words(String step) {
        String words = step.replace('-', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The default locale of the machine must not decide what a receiver reads. */
    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "eu.estafette.kit.notice.steps",
                Locale.of(language),
                StepTexts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
