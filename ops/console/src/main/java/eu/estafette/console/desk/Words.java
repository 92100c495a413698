package eu.estafette.console.desk;

import eu.estafette.kit.identifier.IdentifierCheck;
import eu.estafette.kit.identifier.IdentifierScheme;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What operators write into the journal, which holds no person numbers. */
final class Words {

    private static final int LONGEST = 500;

    /** Digits as people type a number: with dots, dashes and blanks between. */
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[.\\- /]{0,2}\\d){7,}");

    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}");

    private Words() {}

    /** What is wrong with a text, and what would be right. */
    static Optional<String> faultOf(String text, LocalDate today) {
        if (text.isBlank()) {
            return Optional.of("is empty; say why");
        }
        if (text.length() > LONGEST) {
            return Optional.of("has " + text.length() + " characters; at most " + LONGEST + " are kept");
        }
        if (UNREADABLE.matcher(text).find()) {
            return Optional.of("holds control characters");
        }
        return mayNameAPerson(text, today)
                ? Optional.of(
                        "holds what can be a person number, which no record of the hub may hold; name the case by its caseRef")
                : Optional.empty();
    }

    /** Whether it holds what can be a person number, however it is typed. */
    static boolean mayNameAPerson(String text, LocalDate today) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("\\D", ""))
                .anyMatch(number -> isOfAPerson(number, today));
    }

    private static boolean isOfAPerson(String number, LocalDate today) {
        return switch (number.length()) {
            case 8 -> holds(IdentifierScheme.BSN, "0" + number, today);
            case 9 -> holds(IdentifierScheme.BSN, number, today);
            case 11 -> holds(IdentifierScheme.INSZ, number, today);
            default -> false;
        };
    }

    private static boolean holds(IdentifierScheme scheme, String number, LocalDate today) {
        return scheme.check(number, today) instanceof IdentifierCheck.Valid;
    }
}
