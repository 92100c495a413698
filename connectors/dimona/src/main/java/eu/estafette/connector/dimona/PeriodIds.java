package eu.estafette.connector.dimona;

import eu.estafette.kit.token.Tokens;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of employments: 12 digits, the last two a check. A DimonaIn has none yet; it gets one that is always the same for the same
 * employment, and of which nobody without the hub's secret can tell whose it is.
 */
final class PeriodIds {

    private static final String SPACE = "DIMONA-PERIOD";
    private static final BigInteger TEN_DIGITS = BigInteger.TEN.pow(10);
    private static final int LENGTH = 12;
    private static final String FORM = "\\d{12}";

    private final Tokens tokens;

    PeriodIds(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param employer by number
     * @param hour     only where one person may have several employments of this kind on a day
     */
    String of(String employer, String insz, LocalDate start, @Nullable String hour, String workerType) {
        String employment = String.join("|", employer, insz, start.toString(), hour == null ? "" : hour, workerType);
        long number = new BigInteger(tokens.subjectKey(SPACE, employment).toString(), 16)
                .mod(TEN_DIGITS)
                .longValueExact();
        return "%010d%02d".formatted(number, 97 - number % 97);
    }

    /** With the zeros that a number loses where it is taken for a quantity. */
    static String whole(String typed) {
        return "0".repeat(Math.max(0, LENGTH - typed.length())) + typed;
    }

    static boolean isOne(String key) {
        return key.matches(FORM);
    }
}
