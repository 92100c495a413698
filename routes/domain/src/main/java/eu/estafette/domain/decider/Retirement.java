package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.Ground;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Timers;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes off a case what ended long ago, with all that was remembered of it: 400 days after the last change of an object that is over and has
 * no step open. What it brought about for roles, coaching and resting phase becomes the ground that the other lines are laid over; an object
 * without which they would add up to something else stays. Nothing open, waiting or undelivered ever goes. Immutable, for any thread.
 */
final class Retirement {

    private static final int DAYS_KEPT = 400;

    private final Fold fold;

    Retirement(PartyDirectory directory) {
        this.fold = new Fold(new WorkRoles(directory));
    }

    /** What the lines of a case add up to. */
    private record Sum(Set<RoleHolder> roles, Coaching coaching, Phase resting) {}

    /** The day at whose beginning the first of what is over goes; absent if everything is still needed. */
    Optional<LocalDate> next(Case file) {
        LocalDate next = LocalDate.MAX;
        for (CaseObject object : file.objects().values()) {
            LocalDate day = object.changedOn().plusDays(DAYS_KEPT);
            if (day.isBefore(next) && isOver(file, object)) {
                next = day;
            }
        }
        return next.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(next);
    }

    /** The case without what may go by now; the same case if nothing may. */
    Case retired(Case file, Instant now) {
        LocalDate today = Days.of(now);
        List<CaseObject> over = file.objects().values().stream()
                .filter(object -> !object.changedOn().plusDays(DAYS_KEPT).isAfter(today))
                .filter(object -> isOver(file, object))
                .sorted(Comparator.comparing((CaseObject object) -> object.changedOn())
                        .thenComparing(object -> object.key().toString()))
                .toList();
        Case left = file;
        for (CaseObject object : over) {
            Case without = without(left, object, today);
            if (sum(without, today).equals(sum(file))) {
                left = without;
            }
        }
        return left;
    }

    private static boolean isOver(Case file, CaseObject object) {
        ObjectKey key = object.key();
        return !object.open()
                && !object.isOf(Family.CASE)
                && file.steps().stream().noneMatch(step -> step.object().equals(key))
                && file.timers().running().stream()
                        .noneMatch(clock -> clock.object().equals(key))
                && file.waiting().events().stream()
                        .noneMatch(held -> held.event().object().equals(key))
                && file.waiting().notices().stream()
                        .noneMatch(held -> held.object().equals(key))
                && !(object.isOf(Family.CONSENT) && file.consents().stands(key.key()))
                && object.lines().stream().noneMatch(line -> isUnderway(file, line.line()))
                && file.objects().values().stream().noneMatch(other -> mayReopen(other, key));
    }

    private static boolean isUnderway(Case file, Line line) {
        return file.sent().getOrDefault(line, List.of()).stream().anyMatch(SentNotice::isWaiting);
    }

    /** Whether taking back what was told of another object would open a step about this one again. */
    private static boolean mayReopen(CaseObject other, ObjectKey key) {
        return !other.key().equals(key)
                && other.lines().stream()
                        .map(LineHistory::effects)
                        .map(Effects::closed)
                        .flatMap(List::stream)
                        .anyMatch(step -> step.object().equals(key));
    }

    private Case without(Case file, CaseObject object, LocalDate today) {
        Map<ObjectKey, CaseObject> objects = new HashMap<>(file.objects());
        objects.remove(object.key());
        Map<Line, List<SentNotice>> sent = new HashMap<>(file.sent());
        object.lines().forEach(line -> sent.remove(line.line()));
        List<Clock> rung = file.timers().rung().stream()
                .filter(clock -> !clock.object().equals(object.key()))
                .toList();
        Timers timers = new Timers(file.timers().running(), rung, file.timers().lastTold());
        CaseDraft under =
                folded(with(file, Map.of(object.key(), object), file.sent(), file.timers(), file.ground()), today);
        Ground ground = new Ground(under.roles(), under.coaching(), under.resting());
        return with(file, objects, sent, timers, ground);
    }

    private Sum sum(Case file, LocalDate today) {
        CaseDraft draft = folded(file, today);
        return new Sum(Set.copyOf(draft.roles()), draft.coaching(), draft.resting());
    }

    private static Sum sum(Case file) {
        return new Sum(Set.copyOf(file.roles()), file.coaching(), file.resting());
    }

    private CaseDraft folded(Case file, LocalDate today) {
        CaseDraft draft = new CaseDraft(file, today);
        fold.roles(draft);
        fold.resting(draft);
        return draft;
    }

    private static Case with(
            Case file,
            Map<ObjectKey, CaseObject> objects,
            Map<Line, List<SentNotice>> sent,
            Timers timers,
            Ground ground) {
        return new Case(
                file.id(),
                file.number(),
                file.ruleset(),
                file.openedAt(),
                file.resting(),
                file.coaching(),
                file.roles(),
                file.steps(),
                file.notices(),
                file.events(),
                objects,
                sent,
                timers,
                file.waiting(),
                file.consents(),
                ground);
    }
}
