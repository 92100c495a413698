package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyIdentifier;
import java.util.List;
import java.util.Optional;

/** Finds the object an event is about, also under a key that another source uses for it. */
final class ObjectFinder {

    private final PartyDirectory directory;

    ObjectFinder(PartyDirectory directory) {
        this.directory = directory;
    }

    ObjectKey find(CaseDraft draft, CaseEvent event) {
        ObjectKey own = event.object();
        return named(draft, own)
                .or(() -> event.type() == EventType.EMPLOYMENT_ENDED ? onlyOneWith(draft, event) : Optional.empty())
                .map(CaseObject::key)
                .orElse(own);
    }

    /** The object with this key, or with a line of this key. */
    static Optional<CaseObject> named(CaseDraft draft, ObjectKey key) {
        Optional<CaseObject> direct = draft.object(key);
        if (direct.isPresent() || key.family().equals(Family.CASE.code())) {
            return direct;
        }
        for (CaseObject object : draft.objects()) {
            if (object.key().family().equals(key.family()) && hasLine(object, key.key())) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    private static boolean hasLine(CaseObject object, String businessKey) {
        for (LineHistory history : object.lines()) {
            if (history.line().type().isOfPartners()
                    && history.line().businessKey().equals(businessKey)) {
                return true;
            }
        }
        return false;
    }

    /** An end under an unknown key ends the only open employment with that employer. */
    private Optional<CaseObject> onlyOneWith(CaseDraft draft, CaseEvent event) {
        Optional<PartyIdentifier> employer = event.data().party("employer");
        if (employer.isEmpty()) {
            return Optional.empty();
        }
        List<CaseObject> with = draft.open(Family.EMPLOYMENT).stream()
                .filter(employment -> isSame(employment.content().party("employer"), employer.get()))
                .toList();
        return with.size() == 1 ? Optional.of(with.getFirst()) : Optional.empty();
    }

    /** Whether an identifier, if there is one, means the same party as another. */
    boolean isSame(Optional<PartyIdentifier> one, PartyIdentifier other) {
        return one.filter(known -> isSame(known, other)).isPresent();
    }

    private boolean isSame(PartyIdentifier one, PartyIdentifier other) {
        return one.isSameAs(other)
                || directory.find(one).isPresent() && directory.find(one).equals(directory.find(other));
    }
}
