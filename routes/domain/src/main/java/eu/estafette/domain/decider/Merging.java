package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.cases.Ground;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Timers;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.StepCatalogue;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one case of two that turn out to be the same person's (domain section 12, Renumbering). The older one stays and takes over the
 * other's lines, steps and vacant roles. Pure: equal cases give equal results, whichever comes first.
 */
public final class Merging {

    /** Held per employment or placement; several may hold them. */
    private static final Set<Role> OF_WORK = EnumSet.of(Role.EMPLOYER, Role.WORKPLACE);

    private final StepCatalogue steps;

    public Merging(Catalogue catalogue) {
        this.steps = catalogue.steps();
    }

    /**
     * What two cases become.
     *
     * @param gone     the case whose references are aliases from now on
     * @param noticesFrom what to add to the sequence of a notice of the case that is gone, for its answers to find it
     * @param dropped  steps of the case that is gone which the other has open as well
     */
    public record Merged(Case kept, CaseId gone, int noticesFrom, List<OpenStep> dropped) {

        public Merged {
            dropped = List.copyOf(dropped);
        }
    }

    public Merged merge(Case one, Case other) {
        boolean oneIsOlder = Comparator.comparing(Case::openedAt)
                        .thenComparing(file -> file.id().value())
                        .compare(one, other)
                <= 0;
        return oneIsOlder ? into(one, other) : into(other, one);
    }

    /** What the other case was told counts as told before, so that this one's words stand where both have some. */
    private Merged into(Case kept, Case gone) {
        Shift later = new Shift(gone.events(), 0);
        Shift higher = new Shift(0, kept.notices());
        List<OpenStep> open =
                new ArrayList<>(kept.steps().stream().map(later::of).toList());
        List<OpenStep> dropped = new ArrayList<>();
        for (OpenStep step : gone.steps()) {
            boolean known = open.stream()
                    .anyMatch(other -> other.isSameAs(step.code(), step.object(), steps.isCaseWide(step.code())));
            (known ? dropped : open).add(higher.of(step));
        }
        Ground ground = kept.ground();
        Case merged = new Case(
                kept.id(),
                kept.number(),
                kept.ruleset(),
                kept.openedAt(),
                kept.resting() == Phase.DORMANT ? gone.resting() : kept.resting(),
                kept.coaching() == Coaching.NONE ? gone.coaching() : kept.coaching(),
                roles(kept.roles(), gone.roles()),
                open,
                kept.notices() + gone.notices(),
                kept.events() + gone.events(),
                objects(kept, later, gone, higher),
                sent(kept, gone, higher),
                timers(kept.timers(), gone.timers()),
                waiting(kept.waiting(), gone.waiting()),
                new Consents(joined(gone.consents().all(), kept.consents().all())),
                new Ground(roles(ground.roles(), gone.ground().roles()), ground.coaching(), ground.resting()));
        return new Merged(merged, gone.id(), kept.notices(), dropped);
    }

    private static List<RoleHolder> roles(List<RoleHolder> kept, List<RoleHolder> gone) {
        List<RoleHolder> roles = new ArrayList<>(kept);
        for (RoleHolder held : gone) {
            boolean taken = OF_WORK.contains(held.role())
                    ? roles.contains(held)
                    : roles.stream().anyMatch(other -> other.role() == held.role());
            if (!taken) {
                roles.add(held);
            }
        }
        return roles;
    }

    private static Map<ObjectKey, CaseObject> objects(Case kept, Shift later, Case gone, Shift higher) {
        Map<ObjectKey, CaseObject> objects = new HashMap<>();
        gone.objects().values().forEach(object -> objects.put(object.key(), higher.of(object)));
        kept.objects().values().forEach(object -> objects.merge(object.key(), later.of(object), Merging::both));
        return objects;
    }

    /** One object that both cases heard of: of a line that both know, the one that heard more. */
    private static CaseObject both(CaseObject gone, CaseObject kept) {
        CaseObject both = new CaseObject(
                kept.key(),
                kept.open() && gone.open(),
                kept.asker().or(gone::asker),
                gone.lines(),
                Collections.max(List.of(kept.changedOn(), gone.changedOn())));
        for (LineHistory line : kept.lines()) {
            Optional<LineHistory> other = gone.history(line.line());
            if (other.isEmpty() || other.get().highest() <= line.highest()) {
                both = both.with(line);
            }
        }
        return both;
    }

    private static Map<Line, List<SentNotice>> sent(Case kept, Case gone, Shift higher) {
        Map<Line, List<SentNotice>> sent = new HashMap<>(kept.sent());
        gone.sent().forEach((line, notices) -> sent.merge(line, higher.of(notices), Merging::joined));
        return sent;
    }

    private static Timers timers(Timers kept, Timers gone) {
        List<Clock> running = new ArrayList<>(kept.running());
        gone.running().stream()
                .filter(clock -> running.stream().noneMatch(other -> other.isFor(clock.name(), clock.object())))
                .filter(clock -> !kept.hasRung(clock))
                .toList()
                .forEach(running::add);
        Optional<LocalDate> lastTold = Stream.of(kept.lastTold(), gone.lastTold())
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
        List<Clock> rung = joined(kept.rung(), gone.rung()).stream().distinct().toList();
        return new Timers(running, rung, lastTold);
    }

    private static Waiting waiting(Waiting kept, Waiting gone) {
        List<HeldEvent> events = new ArrayList<>(kept.events());
        gone.events().stream()
                .filter(held -> kept.versionOf(held.event()).isEmpty())
                .forEach(held -> events.add(
                        new HeldEvent(held.number() + kept.last(), held.event(), held.reason(), held.until())));
        List<HeldNotice> notices = new ArrayList<>(kept.notices());
        gone.notices().forEach(held -> notices.add(held.numbered(held.number() + kept.last())));
        return new Waiting(events, notices, kept.last() + gone.last());
    }

    private static <T> List<T> joined(List<T> these, List<T> those) {
        List<T> all = new ArrayList<>(these);
        all.addAll(those);
        return all;
    }
}
