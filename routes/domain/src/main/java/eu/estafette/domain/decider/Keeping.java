package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keeps events in the case that cannot be applied yet, and lets them go when they can. */
final class Keeping {

    static final String NO_ROLE = "NO_ROLE";
    static final String NO_CASE = "NO_CASE";
    static final String NO_ORIGINAL = "NO_ORIGINAL";

    private static final int DAYS_FOR_A_CASE = 30;
    private static final int DAYS_FOR_THE_REST = 7;

    private final ObjectFinder objects;
    private final Speakers speakers;

    Keeping(ObjectFinder objects, Speakers speakers) {
        this.objects = objects;
        this.speakers = speakers;
    }

    /** What becomes of a message that is held already; absent if it is not. */
    static Optional<Outcome> check(Optional<HeldEvent> held, CaseEvent event) {
        return held.map(known -> known.event().digest().equals(event.digest())
                ? new Outcome.Duplicate()
                : new Outcome.Refused("VERSION_REUSED"));
    }

    /** An event that is held from now on, for that reason. */
    static Outcome.Held held(String reason, Instant now) {
        return new Outcome.Held(reason, until(reason, now));
    }

    /** When a hold ends: at the beginning of a day, as clocks ring. */
    private static Instant until(String reason, Instant now) {
        LocalDate today = Days.of(now);
        return Days.start(today.plusDays(reason.equals(NO_CASE) ? DAYS_FOR_A_CASE : DAYS_FOR_THE_REST));
    }

    /** The decision with the event kept, if it has to wait, and with those let go for which it need not any more. */
    Decision complete(Decision decision, CaseEvent event, Instant now) {
        if (decision.outcome() instanceof Outcome.Held held && !held.reason().equals(Decisions.CONSENT)) {
            return hold(decision, event, held, now);
        }
        return release(decision, now);
    }

    /** The decision with those held events let go that need not wait any more. */
    Decision release(Decision decision, Instant now) {
        return decision.after()
                .filter(after -> !after.waiting().events().isEmpty())
                .map(after -> release(decision, after, now))
                .orElse(decision);
    }

    private static Decision hold(Decision decision, CaseEvent event, Outcome.Held held, Instant now) {
        Optional<Case> after = decision.after().map(file -> {
            CaseDraft draft = new CaseDraft(file, Days.of(now));
            draft.hold(file.waiting().with(event, held.reason(), held.until()));
            return draft.toCase();
        });
        return decision.with(held, after);
    }

    private Decision release(Decision decision, Case after, Instant now) {
        CaseDraft draft = new CaseDraft(after, Days.of(now));
        List<HeldEvent> ready = after.waiting().events().stream()
                .filter(held -> isReady(draft, held, now))
                .sorted(Comparator.comparing(held -> held.event().occurredOn()))
                .toList();
        if (ready.isEmpty()) {
            return decision;
        }
        List<CaseEvent> released = new ArrayList<>(decision.released());
        ready.forEach(held -> released.add(held.event()));
        draft.hold(draft.waiting().withoutEvents(ready::contains));
        return decision.releasing(draft.toCase(), released);
    }

    private boolean isReady(CaseDraft draft, HeldEvent held, Instant now) {
        CaseEvent event = held.event();
        if (held.reason().equals(NO_ROLE)) {
            return speakers.of(event, draft.roles(), draft.roles()).isPresent();
        }
        return Gate.check(draft.object(objects.find(draft, event)), event, now)
                .filter(outcome -> outcome instanceof Outcome.Held)
                .isEmpty();
    }
}
