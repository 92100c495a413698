package eu.estafette.connector.magda;

import java.util.Map;

/** What the codes of an {@code Uitzondering} mean for who asked. */
final class Codes {

    static final String NO_DATA = "30001";
    static final String REPLACED = "30004";
    static final String NOT_REGISTERED = "40003";
    static final String REGISTERED_ALREADY = "40143";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("20002", "the INSZ is not valid"),
            Map.entry("20003", "the period begins after its end"),
            Map.entry("20005", "identification or capacity are not those of the sender"),
            Map.entry("20007", "the KBO number is not valid"),
            Map.entry(NO_DATA, "there is nothing about the person"),
            Map.entry("30002", "the INSZ was cancelled"),
            Map.entry("30003", "the INSZ does not exist"),
            Map.entry(REPLACED, "the INSZ was replaced, by a number that the answer does not tell"),
            Map.entry(NOT_REGISTERED, "nobody registered the person"),
            Map.entry("40006", "the hub may not ask this"),
            Map.entry("50000", "MAGDA could not validate it"),
            Map.entry("60007", "MAGDA does not understand its source"),
            Map.entry("99994", "something unexpected happened at the source"),
            Map.entry("99995", "too much is asked at the same time"),
            Map.entry("99996", "the source is away for now"));

    private Codes() {}

    /** Whether the same question may get an answer later. */
    static boolean passes(String code) {
        return code.equals("50000") || code.matches("9999\\d");
    }

    /** Whether it may have been done all the same. */
    static boolean inDoubt(String code) {
        return code.equals("50000") || code.equals("99994");
    }

    /** In one clause; empty for a code that is not known. */
    static String meaning(String code) {
        String known = MEANINGS.get(code);
        return known == null ? "" : " (" + known + ")";
    }
}
