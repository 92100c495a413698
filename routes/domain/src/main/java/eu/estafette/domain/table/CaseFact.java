package eu.estafette.domain.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What rows may ask of the case, after the event unless it says otherwise. */
public enum CaseFact {
    /** The phase before the event; NONE when it opens the case. */
    WAS,
    PHASE,
    /** How many employments are open. */
    EMPLOYMENTS,
    COACHING,
    /** A sickness is open, of this employment if the event names one. */
    ABSENT,
    /** The appointment lies in working time. */
    COLLISION,
    /** Somebody did not show up on the day of an appointment. */
    MISSED,
    /** The case was on its way to another region or welfare centre when the event came. */
    HANDOVER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** What conditions call it. */
    String word() {
        return word;
    }

    static Optional<CaseFact> named(String name) {
        return Arrays.stream(values()).filter(fact -> fact.word.equals(name)).findFirst();
    }
}
