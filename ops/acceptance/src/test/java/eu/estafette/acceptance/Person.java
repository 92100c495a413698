package eu.estafette.acceptance;

import java.util.Map;

/** People to tell stories about, with numbers as their country gives them. */
final class Person {

    private static final int FIRST_INSZ = 916_101_001;

    private Person() {}

    /** @param ruleset Dutch ones are about people with a BSN, others about people with an INSZ */
    static Map<String, Object> of(int number, String ruleset) {
        boolean dutch = ruleset.startsWith("netherlands");
        return Map.of(
                "scheme",
                dutch ? "BSN" : "INSZ",
                "number",
                dutch ? Bsn.numbers(number + 1).getLast() : insz(number),
                "givenName",
                "Sam",
                "familyName",
                "Nummer " + number);
    }

    private static String insz(int number) {
        int first = FIRST_INSZ + number;
        return first + "%02d".formatted(97 - first % 97);
    }
}
