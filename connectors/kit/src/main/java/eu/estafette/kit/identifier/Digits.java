package eu.estafette.kit.identifier;

import eu.estafette.kit.identifier.IdentifierCheck.Invalid;

/** What all number rules need. ASCII digits only: other scripts' digits would be stored as another key. */
final class Digits {

    private Digits() {}

    static boolean areDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean areDigits(String text) {
        return !text.isEmpty() && areDigits(text, text.length());
    }

    static String pad(String text, int length) {
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }

    static Invalid wrongLength(String scheme, String form) {
        return new Invalid("a " + scheme + " has " + form + "; dots, dashes and blanks do not count");
    }

    static Invalid wrongCheckDigit(String scheme) {
        return new Invalid(
                "the check digits of this " + scheme + " do not fit its other digits; look for a typing error");
    }
}
