package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.identifier.IdentifierScheme;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What messages are about: one person's absence from one employer, since one day.
 *
 * @param person   BSN as it was written
 * @param employer Loonheffingennr as it was written
 */
record Absence(String person, Optional<String> employer, LocalDate firstDay) {

    /** Holds nothing of the person: it names one absence among those of the person's own case. */
    String key() {
        return employer.map(number -> "ZW-" + number.replaceAll("[^0-9A-Za-z]", "") + "-")
                        .orElse("ZW-")
                + firstDay;
    }

    static String scheme() {
        return IdentifierScheme.BSN.name();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Absence[" + firstDay + "]";
    }
}
