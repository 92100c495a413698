package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes what an event tells into the case: its object, and how far the coaching is. */
final class Application {

    private static final String GRANTED = "GRANTED";

    private Application() {}

    /**
     * Lets the line of an event tell something: a new fact, or with {@code since} of an earlier one that fact anew.
     *
     * @param heard   the message, counted among the events of the case
     * @param effects what the line brought about so far
     */
    static void tell(CaseDraft draft, CaseEvent event, ObjectKey key, Told heard, Effects effects) {
        CaseObject known = object(draft, key);
        LineHistory former = history(known, event);
        boolean nextFact = former.stands() && event.type().isRepeatable() && heard.since() == heard.at();
        LineHistory history = nextFact ? former.goingOn() : former;
        Fields fact = event.partial() ? history.latest().overlaidBy(event.data()) : event.data();
        LineHistory telling = history.telling(version(draft, event), heard, fact, effects);
        put(draft, known.with(telling));
        draft.coach(coaching(draft.coaching(), event.type(), telling.content()));
    }

    /** Takes back what the line of an event told. */
    static void takeBack(CaseDraft draft, CaseEvent event, ObjectKey key, Told heard) {
        CaseObject known = object(draft, key);
        CaseObject left = known.with(history(known, event).takenBack(version(draft, event), heard));
        put(draft, left.lines().stream().anyMatch(Application::asks) ? left : left.withAsker(Optional.empty()));
    }

    /** Remembers a message that changes nothing, so that it is known when it comes again. */
    static void store(CaseDraft draft, CaseEvent event, ObjectKey key) {
        draft.countEvent();
        CaseObject known = object(draft, key);
        draft.put(known.with(history(known, event).remembering(version(draft, event))));
    }

    private static void put(CaseDraft draft, CaseObject object) {
        draft.put(object.withOpen(isOpen(object)));
    }

    private static CaseObject object(CaseDraft draft, ObjectKey key) {
        return draft.object(key)
                .orElseGet(() -> new CaseObject(key, false, Optional.empty(), List.of(), draft.today()));
    }

    private static LineHistory history(CaseObject object, CaseEvent event) {
        return object.history(event.line()).orElseGet(() -> new LineHistory(event.line()));
    }

    private static LineHistory.Version version(CaseDraft draft, CaseEvent event) {
        return new LineHistory.Version(event.action(), event.version(), event.digest(), draft.sequence());
    }

    private static boolean asks(LineHistory line) {
        return line.stands() && asks(line.line().type());
    }

    /** Whether its sender matters later: the answer goes to it, it confided something, or it must move its appointment. */
    static boolean asks(EventType type) {
        return switch (type) {
            case REFERRAL_REQUESTED, COACHING_APPLIED, SIGNAL_RAISED, APPOINTMENT_CHANGED -> true;
            default -> false;
        };
    }

    /** Whether the object still runs, by its standing lines in order of acceptance; that it ended counts over all. */
    private static boolean isOpen(CaseObject object) {
        List<LineHistory> telling = new ArrayList<>(object.lines().size());
        if (object.isOf(Family.CASE)) {
            return true;
        }
        for (LineHistory line : object.lines()) {
            if (line.stands() && line.line().type().isOfPartners()) {
                telling.add(line);
            }
        }
        if (telling.size() > 1) {
            telling.sort(Comparator.comparing(
                            (LineHistory line) -> isEnding(line.line().type()))
                    .thenComparing(line -> line.told().orElseThrow().since()));
        }
        boolean open = false;
        for (LineHistory line : telling) {
            open = isOpen(open, line.line().type(), line.content());
        }
        return open;
    }

    static boolean isEnding(EventType type) {
        return switch (type) {
            case REFERRAL_DECIDED,
                    COACHING_DECIDED,
                    COACHING_ENDED,
                    PLACEMENT_ENDED,
                    EMPLOYMENT_ENDED,
                    ABSENCE_RESUMED,
                    WAGE_VALUE_DETERMINED,
                    CONSENT_WITHDRAWN -> true;
            default -> false;
        };
    }

    private static boolean isOpen(boolean before, EventType type, Fields data) {
        return switch (type) {
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
            case COACHING_REPORTED,
                    PLACEMENT_CHANGED,
                    EMPLOYMENT_CHANGED,
                    NOTICE_ANSWERED,
                    NOTICE_EDITED,
                    HOLD_REVIEWED,
                    CLOCK_RANG,
                    STEP_OVERDUE -> before;
        };
    }

    private static boolean isOneOf(Fields data, String field, String... codes) {
        return data.code(field).filter(List.of(codes)::contains).isPresent();
    }

    static Coaching coaching(Coaching before, EventType type, Fields data) {
        return switch (type) {
            case COACHING_APPLIED -> before == Coaching.GRANTED || before == Coaching.RUNNING ? before : Coaching.ASKED;
            case COACHING_DECIDED -> decided(before, isOneOf(data, "decision", GRANTED));
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
