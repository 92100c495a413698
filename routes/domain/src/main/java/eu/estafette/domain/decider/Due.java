package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * Tells what is due in a case: clocks that ring, holds that end, steps whose owner did not react, and what has been kept long enough.
 * Everything falls due at the beginning of a day in Europe/Brussels, but for a step whose owner left the registry: that is due at once.
 * Immutable, for use by any number of threads.
 */
public final class Due {

    private final WorkingDays workingDays;
    private final Optional<Retirement> retirement;
    private final BiPredicate<Role, PartyId> hasLeft;

    /** Of cases that are kept whole, and whose parties are all there. */
    public Due() {
        this(new WorkingDays(Set.of()), Optional.empty(), (role, party) -> false);
    }

    public Due(PartyDirectory directory) {
        this(new WorkingDays(Set.of()), Optional.of(new Retirement(directory)), new Departures(directory)::hasLeft);
    }

    private Due(WorkingDays workingDays, Optional<Retirement> retirement, BiPredicate<Role, PartyId> hasLeft) {
        this.workingDays = workingDays;
        this.retirement = retirement;
        this.hasLeft = hasLeft;
    }

    /** Whether a party that holds this role on a case has left, so that what it owns is due at once. */
    public boolean hasLeft(Role role, PartyId party) {
        return hasLeft.test(role, party);
    }

    /** Rings for a case whose parties left the registry; deciding anything on it gives their steps to the operators. */
    static final String OWNER_GONE = "owner-gone";

    private record Dated(LocalDate day, int rank, CaseEvent event) {}

    /** When something is next due; a time that is past means at once. Absent while the case waits for nothing. */
    public Optional<Instant> next(Case file) {
        LocalDate[] next = {retirement.flatMap(what -> what.next(file)).orElse(LocalDate.MAX)};
        visit(file, (day, ignored) -> next[0] = day.isBefore(next[0]) ? day : next[0]);
        return next[0].equals(LocalDate.MAX) ? Optional.empty() : Optional.of(Days.start(next[0]));
    }

    /** The case without what need not be kept any longer; the same case if all of it must. */
    public Case keeping(Case file, Instant now) {
        return retirement.map(what -> what.retired(file, now)).orElse(file);
    }

    /**
     * The events to raise by now, in the order in which they fell due. The same thing gives the same event, id included, until it is decided;
     * one that is decided twice has no effect the second time.
     */
    public List<CaseEvent> events(Case file, Instant now) {
        LocalDate today = Days.of(now);
        List<Dated> due = new ArrayList<>();
        visit(file, (day, what) -> {
            if (!day.isAfter(today)) {
                due.add(dated(file, day, what));
            }
        });
        return due.stream()
                .sorted(Comparator.comparing(Dated::day)
                        .thenComparing(Dated::rank)
                        .thenComparing(dated -> dated.event().businessKey()))
                .map(Dated::event)
                .toList();
    }

    private static Dated dated(Case file, LocalDate day, Object what) {
        return switch (what) {
            case Clock clock -> new Dated(day, 0, HubEvents.rang(file, clock));
            case OpenStep step -> new Dated(day, 1, HubEvents.overdue(file, step, day));
            default -> throw new IllegalStateException("neither clock nor step: " + what);
        };
    }

    private void visit(Case file, BiConsumer<LocalDate, Object> visitor) {
        for (Clock clock : file.timers().running()) {
            visitor.accept(clock.date(), clock);
        }
        for (HeldEvent held : file.waiting().events()) {
            Clock clock = HoldExpiry.clock(held.number(), held.until());
            visitor.accept(clock.date(), clock);
        }
        for (HeldNotice held : file.waiting().notices()) {
            Clock clock = HoldExpiry.clock(held.number(), held.until());
            visitor.accept(clock.date(), clock);
        }
        Dormancy.clock(file).ifPresent(clock -> visitor.accept(clock.date(), clock));
        for (OpenStep step : file.steps()) {
            overdueOn(step).ifPresent(day -> visitor.accept(day, step));
        }
        for (OpenStep step : file.steps()) {
            if (hasLeft.test(step.owner(), step.holder().party())) {
                visitor.accept(step.openedOn(), new Clock(OWNER_GONE, ObjectKey.CASE, step.openedOn()));
                break;
            }
        }
    }

    /** The working day after the due date; steps with the operators only age. */
    private Optional<LocalDate> overdueOn(OpenStep step) {
        return step.isUnowned() ? Optional.empty() : step.due().map(due -> workingDays.onOrAfter(due.plusDays(1)));
    }
}
