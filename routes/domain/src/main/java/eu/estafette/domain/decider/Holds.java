package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decision.HoldChange;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What one turn does to the notices that wait for consent. */
final class Holds {

    private static final int DAYS_FOR_CONSENT = 30;
    private static final String STEP_CLOSED = "STEP_CLOSED";
    private static final String STEP_MOVED = "STEP_MOVED";

    private final Turn turn;
    private final Map<Recipient, Wish> wishes = new LinkedHashMap<>();
    private final List<HoldChange> changes = new ArrayList<>();

    /** Something that waits, if its receiver does not get as much anyhow. */
    private record Wish(
            Holding to,
            View view,
            Set<Category> missing,
            ObjectKey object,
            Optional<String> step,
            Optional<String> rule,
            boolean ofAct) {}

    Holds(Turn turn) {
        this.turn = turn;
    }

    /** A wider view of what the receiver is told. */
    void inform(Holding to, View view, Set<Category> missing, ObjectKey object, Optional<String> rule) {
        wish(new Wish(to, view, missing, object, Optional.empty(), rule, false));
    }

    /** A wider view of what the receiver is asked to act on. */
    void widerOfAct(Holding to, View view, Set<Category> missing, ObjectKey object, Optional<String> rule) {
        wish(new Wish(to, view, missing, object, Optional.empty(), rule, true));
    }

    /** A step that its owner cannot hear of at all yet. Each step waits for itself. */
    void act(OpenStep step, View view, Set<Category> missing) {
        Holding owner = new Holding(step.owner(), step.holder());
        expireFormer(step, view);
        hold(new Wish(owner, view, missing, step.object(), Optional.of(step.code()), step.rule(), true));
    }

    /** A step waits once: what waited with it for somebody else, or since another event, no longer does. */
    private void expireFormer(OpenStep step, View view) {
        for (HeldNotice held : turn.draft().waiting().notices()) {
            boolean ofStep = held.step().filter(step.code()::equals).isPresent()
                    && held.object().equals(step.object());
            boolean renewed = held.cause().line().equals(turn.event().line())
                    && held.role() == step.owner()
                    && held.view().equals(view.name());
            if (ofStep && !renewed) {
                expire(held, STEP_MOVED);
            }
        }
    }

    private void wish(Wish wish) {
        wishes.merge(wish.to.recipient(), wish, (one, other) -> other.view.isWiderThan(one.view) ? other : one);
    }

    /**
     * Holds what is still wished for once it is known who is told what, and drops what waits with steps that no longer do.
     *
     * @param acting who is asked to act
     * @param told   the view in which somebody is told
     */
    void settle(Collection<Recipient> acting, Function<Recipient, Optional<View>> told) {
        for (Wish wish : wishes.values()) {
            Recipient recipient = wish.to.recipient();
            boolean hears =
                    wish.ofAct || !(acting.contains(recipient) || turn.speaker().isToldBySending(recipient));
            boolean knowsAsMuch = told.apply(recipient)
                    .filter(view -> view.equals(wish.view) || view.isWiderThan(wish.view))
                    .isPresent();
            if (hears && !knowsAsMuch) {
                hold(wish);
            }
        }
        wishes.clear();
        for (HeldNotice held : turn.draft().waiting().notices()) {
            if (held.step().isPresent() && waitingStep(turn.draft(), held).isEmpty()) {
                expire(held, STEP_CLOSED);
            }
        }
    }

    private void hold(Wish wish) {
        CaseEvent event = turn.event();
        Cause cause = new Cause(
                event.id(), event.line(), turn.speaker().label(), event.occurredOn(), event.action(), event.version());
        Instant until = Days.start(turn.today().plusDays(DAYS_FOR_CONSENT));
        turn.draft()
                .hold(turn.draft()
                        .waiting()
                        .with(number -> new HeldNotice(
                                number,
                                wish.to.role(),
                                wish.to.recipient(),
                                wish.view.name(),
                                wish.missing,
                                wish.object,
                                wish.step,
                                wish.rule,
                                cause,
                                until)));
        changes.add(
                new HoldChange(turn.draft().waiting().notices().getLast(), HoldChange.Change.HELD, Optional.empty()));
    }

    void released(HeldNotice held) {
        drop(held);
        changes.add(new HoldChange(held, HoldChange.Change.RELEASED, Optional.empty()));
    }

    void expire(HeldNotice held, String reason) {
        drop(held);
        changes.add(new HoldChange(held, HoldChange.Change.EXPIRED, Optional.of(reason)));
    }

    private void drop(HeldNotice held) {
        turn.draft().hold(turn.draft().waiting().withoutNotices(held::equals));
    }

    /** The open step that waits with a notice. */
    static Optional<OpenStep> waitingStep(CaseDraft draft, HeldNotice held) {
        Role owner = held.role();
        for (OpenStep step : draft.steps()) {
            boolean same = held.step().filter(step.code()::equals).isPresent()
                    && step.object().equals(held.object())
                    && step.owner() == owner;
            if (same && step.notice().isEmpty()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    void add(Holds other) {
        changes.addAll(other.changes);
    }

    List<HoldChange> changes() {
        return changes;
    }

    /** When the first of what this turn holds expires; absent if it holds nothing. */
    Optional<Instant> until() {
        return changes.stream()
                .filter(change -> change.change() == HoldChange.Change.HELD)
                .map(change -> change.notice().until())
                .min(Instant::compareTo);
    }
}
