package eu.estafette.domain.cases;

import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody allows one category for one role.
 *
 * @param key     business key of the event that gave it
 * @param until   the last day on which it holds
 * @param endedBy business key of the event that withdrew it
 */
public record Consent(String key, By by, Category category, Role role, LocalDate until, Optional<String> endedBy) {

    /** Whose consent: the person's, or the employer's for what it confided. */
    public enum By {
        SUBJECT,
        EMPLOYER
    }

    public boolean holdsOn(LocalDate day) {
        return endedBy.isEmpty() && !day.isAfter(until);
    }

    public Consent ended(String withdrawal) {
        return new Consent(key, by, category, role, until, Optional.of(withdrawal));
    }

    public Consent standing() {
        return new Consent(key, by, category, role, until, Optional.empty());
    }
}
