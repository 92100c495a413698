package eu.estafette.domain.cases;

import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Who allowed what for whom, also what ended, in order of acceptance. */
public record Consents(List<Consent> all) {

    public static final Consents NONE = new Consents(List.of());

    public Consents {
        all = List.copyOf(all);
    }

    /** Whether the category may be shown to the role on that day. Any consent that names the role covers IDENTITY. */
    public boolean allow(Consent.By by, Category category, Role role, LocalDate day) {
        for (Consent consent : all) {
            boolean covers = category == Category.IDENTITY || (consent.category() == category && consent.by() == by);
            if (covers && consent.role() == role && consent.holdsOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything that this business key gave was not withdrawn. */
    public boolean stands(String key) {
        return all.stream()
                .anyMatch(consent ->
                        consent.key().equals(key) && consent.endedBy().isEmpty());
    }

    /** With what one event gives, in place of what the same business key gave before. */
    public Consents given(String key, List<Consent> given) {
        List<Consent> more = new ArrayList<>(all);
        more.removeIf(consent -> consent.key().equals(key));
        more.addAll(given);
        return new Consents(more);
    }

    /** With these ended by the event of that business key; those that ended before stay as they are. */
    public Consents ended(String withdrawal, Predicate<Consent> which) {
        return new Consents(all.stream()
                .map(consent ->
                        consent.endedBy().isEmpty() && which.test(consent) ? consent.ended(withdrawal) : consent)
                .toList());
    }

    /** As if the event that gave them had never been. */
    public Consents withoutGiven(String key) {
        return new Consents(
                all.stream().filter(consent -> !consent.key().equals(key)).toList());
    }

    /** As if the event that ended them had never been. */
    public Consents withoutEnding(String withdrawal) {
        return new Consents(all.stream()
                .map(consent -> consent.endedBy().filter(withdrawal::equals).isPresent() ? consent.standing() : consent)
                .toList());
    }
}
