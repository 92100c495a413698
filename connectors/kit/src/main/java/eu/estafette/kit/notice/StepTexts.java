package eu.estafette.kit.notice;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** What a step asks for, in plain words, in the receiver's language. */
final class StepTexts {

    private static final String BUNDLE = "eu.estafette.kit.notice.steps";

    private StepTexts() {}

    /**
     * The text of a step; a code that has none, which only a table of one's own can bring, is its own text.
     *
     * @param language {@code nl}, {@code fr} or {@code en}; for any other the English text is given
     */
    static String of(String code, String language) {
        try {
            return bundle(language).getString(code);
        } catch (MissingResourceException e) {
            return code;
        }
    }

    /** Never the machine's own language: two hubs must not tell a receiver the same in two languages. */
    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
