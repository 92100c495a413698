package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;

/** Makes of a message the one that counts on its line. The event must be counted before. */
final class Hearing {

    private Hearing() {}

    /** @param by the sender's label where it is known already */
    static Told fact(CaseDraft draft, CaseEvent event, String by) {
        return told(draft, event, by, Action.ORIGINAL, draft.sequence());
    }

    /** @param corrected what counted so far */
    static Told correction(CaseDraft draft, CaseEvent event, String by, Told corrected) {
        return told(draft, event, by, Action.CORRECTION, corrected.since());
    }

    static Told takingBack(CaseDraft draft, CaseEvent event, String by) {
        return told(draft, event, by, event.action(), draft.sequence());
    }

    private static Told told(CaseDraft draft, CaseEvent event, String by, Action action, long since) {
        return new Told(
                event.id(), by, event.time(), event.occurredOn(), action, event.version(), since, draft.sequence());
    }

    /** Adds to the fact just told by whom it was, who referred with a referral. */
    static void from(CaseDraft draft, Line line, ObjectKey key, Speaker speaker) {
        CaseObject object = draft.object(key).orElseThrow();
        LineHistory history = object.history(line).orElseThrow();
        Told by = history.told().orElseThrow().by(speaker.label());
        draft.put(object.with(history.toldBy(by, referring(history.effects(), line.type(), speaker))));
    }

    /** An employer that asks for coaching does not refer. */
    private static Effects referring(Effects effects, EventType type, Speaker speaker) {
        boolean refers = type == EventType.REFERRAL_REQUESTED
                && speaker.role().filter(role -> role != Role.EMPLOYER).isPresent();
        return refers ? effects.withReferrer(speaker.sender()) : effects;
    }
}
