package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import java.util.List;
import java.util.Optional;

/** Writes what an event tells into the case: its object, and how far the coaching is. */
final class Application {

    private static final String GRANTED = "GRANTED";

    private Application() {}

    static void apply(CaseDraft draft, CaseEvent event, ObjectKey key) {
        CaseObject known = draft.object(key).orElseGet(() -> new CaseObject(key, false, Optional.empty(), List.of()));
        draft.put(known.with(told(known, event)).withOpen(isOpen(known.open(), event)));
        draft.coach(coaching(draft.coaching(), event));
        draft.countEvent();
    }

    /** Remembers a message that changes nothing, so that it is known when it comes again. */
    static void store(CaseDraft draft, CaseEvent event, ObjectKey key) {
        CaseObject known = draft.object(key).orElseGet(() -> new CaseObject(key, false, Optional.empty(), List.of()));
        LineHistory history =
                known.history(event.line()).orElseGet(() -> new LineHistory(event.line(), Fields.NONE, List.of()));
        draft.put(known.with(history.told(version(event), history.content())));
        draft.countEvent();
    }

    private static LineHistory told(CaseObject known, CaseEvent event) {
        LineHistory history =
                known.history(event.line()).orElseGet(() -> new LineHistory(event.line(), Fields.NONE, List.of()));
        // the next fact of a line adds to what was said; what it leaves out still holds
        Fields content = event.type().isRepeatable() ? history.content().overlaidBy(event.data()) : event.data();
        return history.told(version(event), content);
    }

    private static LineHistory.Version version(CaseEvent event) {
        return new LineHistory.Version(event.action(), event.version(), event.digest());
    }

    private static boolean isOpen(boolean before, CaseEvent event) {
        Fields data = event.data();
        return switch (event.type()) {
            case REFERRAL_REQUESTED,
                    COACHING_APPLIED,
                    COACHING_STARTED,
                    PLACEMENT_STARTED,
                    EMPLOYMENT_STARTED,
                    WAGE_VALUE_ANNOUNCED,
                    CONSENT_GIVEN,
                    ROLE_ASSIGNED,
                    ROLE_ENDED,
                    REGISTRATION_CHANGED,
                    PERSON_MOVED,
                    PERSON_RENUMBERED -> true;
            case REFERRAL_DECIDED,
                    COACHING_DECIDED,
                    COACHING_ENDED,
                    PLACEMENT_ENDED,
                    EMPLOYMENT_ENDED,
                    WAGE_VALUE_DETERMINED,
                    CONSENT_WITHDRAWN,
                    SIGNAL_RAISED -> false;
            case TRAINING_PROGRESSED -> isOneOf(data, "status", "ENROLLED", "ATTENDED", "ABSENT");
            // who is late or did not come is not away
            case ABSENCE_REPORTED -> !isOneOf(data, "kind", "NO_SHOW", "LATE");
            // who works again for a part is still away for the rest
            case ABSENCE_RESUMED -> isOneOf(data, "extent", "PARTIAL");
            case APPOINTMENT_CHANGED -> !isOneOf(data, "method", "CANCEL");
            case COACHING_REPORTED, PLACEMENT_CHANGED, EMPLOYMENT_CHANGED, NOTICE_ANSWERED, CLOCK_RANG, STEP_OVERDUE ->
                before;
        };
    }

    private static boolean isOneOf(Fields data, String field, String... codes) {
        return data.code(field).filter(List.of(codes)::contains).isPresent();
    }

    private static Coaching coaching(Coaching before, CaseEvent event) {
        return switch (event.type()) {
            case COACHING_APPLIED -> before == Coaching.GRANTED || before == Coaching.RUNNING ? before : Coaching.ASKED;
            case COACHING_DECIDED -> decided(before, isOneOf(event.data(), "decision", GRANTED));
            case COACHING_STARTED -> Coaching.RUNNING;
            case COACHING_ENDED -> Coaching.ENDED;
            default -> before;
        };
    }

    private static Coaching decided(Coaching before, boolean granted) {
        if (granted) {
            return before == Coaching.RUNNING ? before : Coaching.GRANTED;
        }
        return before == Coaching.ASKED ? Coaching.NONE : before;
    }
}
