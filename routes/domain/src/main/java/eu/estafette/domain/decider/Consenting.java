package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Consent;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what may be shown to whom as consents are, and what not without more of them (domain section 5). */
final class Consenting {

    private Consenting() {}

    /** @param candidates views that the role might read, widest first */
    static Choice choose(Turn turn, List<View> candidates, Role role, ObjectKey about) {
        Optional<View> later = Optional.empty();
        Set<Category> lacking = Set.of();
        for (View view : candidates) {
            Set<Category> missing = missing(turn, turn.table().sight().needs(view, role), role, about);
            if (missing.isEmpty()) {
                return new Choice(Optional.of(view), later, lacking);
            }
            if (later.isEmpty()) {
                later = Optional.of(view);
                lacking = missing;
            }
        }
        return new Choice(Optional.empty(), later, lacking);
    }

    /** Which of the needed categories nobody has allowed for the role. */
    static Set<Category> missing(Turn turn, Set<Category> needed, Role role, ObjectKey about) {
        if (needed.isEmpty()) {
            return needed;
        }
        Set<Category> missing = EnumSet.copyOf(needed);
        missing.removeIf(category ->
                turn.draft().consents().allow(whose(turn.draft(), about, category), category, role, turn.today()));
        return missing;
    }

    /** The content of what an employer confided is the employer's; all else is the person's. */
    static Consent.By whose(CaseDraft draft, ObjectKey about, Category category) {
        boolean confided = category == Category.SIGNAL_CONTENT
                && about.family().equals(Family.SIGNAL.code())
                && draft.object(about)
                        .flatMap(CaseObject::asker)
                        .filter(raiser -> raiser.role() == Role.EMPLOYER || raiser.role() == Role.WORKPLACE)
                        .isPresent();
        return confided ? Consent.By.EMPLOYER : Consent.By.SUBJECT;
    }
}
