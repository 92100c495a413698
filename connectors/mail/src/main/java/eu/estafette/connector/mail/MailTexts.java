package eu.estafette.connector.mail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/** What mails and answer pages say, from {@code mail_<language>.properties}. In a language that is not here they speak English. */
final class MailTexts {

    private static final MailTexts SHIPPED = new MailTexts();
    private static final String FALLBACK = "en";

    private final Map<String, ResourceBundle> byLanguage =
            Map.of("nl", bundle("nl"), "fr", bundle("fr"), FALLBACK, bundle(FALLBACK));

    private MailTexts() {}

    static MailTexts shipped() {
        return SHIPPED;
    }

    Set<String> languages() {
        return byLanguage.keySet();
    }

    Set<String> keys(String language) {
        return bundleOf(language).keySet();
    }

    /** @param values stand in the places {0}, {1} of the text */
    String text(String language, String key, String... values) {
        String text = bundleOf(language).getString(key);
        for (int at = 0; at < values.length; at++) {
            text = text.replace("{" + at + "}", values[at]);
        }
        return text;
    }

    /** A day in words: maandag 9 maart 2026. */
    String day(String language, LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.of(known(language))));
    }

    private String known(String language) {
        return byLanguage.containsKey(language) ? language : FALLBACK;
    }

    private ResourceBundle bundleOf(String language) {
        return java.util.Objects.requireNonNull(byLanguage.get(known(language)));
    }

    /** The default locale of the machine must not decide what a receiver reads. */
    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "eu.estafette.connector.mail.mail",
                Locale.of(language),
                MailTexts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
