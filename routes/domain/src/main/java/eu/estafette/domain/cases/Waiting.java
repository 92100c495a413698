package eu.estafette.domain.cases;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is held in the case: events that cannot be applied yet, in order of arrival, and notices that wait for consent.
 *
 * @param last number of what was held last
 */
public record Waiting(List<HeldEvent> events, List<HeldNotice> notices, int last) {

    public static final Waiting NONE = new Waiting(List.of(), List.of(), 0);

    public Waiting {
        events = List.copyOf(events);
        notices = List.copyOf(notices);
    }

    public boolean isEmpty() {
        return events.isEmpty() && notices.isEmpty();
    }

    public Waiting with(CaseEvent event, String reason, Instant until) {
        List<HeldEvent> more = new ArrayList<>(events);
        more.add(new HeldEvent(last + 1, event, reason, until));
        return new Waiting(more, notices, last + 1);
    }

    /**
     * With a notice in place of an earlier one that would tell the same to the same.
     *
     * @param numbered the notice, given its number
     */
    public Waiting with(java.util.function.IntFunction<HeldNotice> numbered) {
        HeldNotice notice = numbered.apply(last + 1);
        List<HeldNotice> more = new ArrayList<>(notices);
        more.removeIf(notice::isSameAs);
        more.add(notice);
        return new Waiting(events, more, last + 1);
    }

    public Waiting withoutEvents(Predicate<HeldEvent> which) {
        List<HeldEvent> left = new ArrayList<>(events);
        return left.removeIf(which) ? new Waiting(left, notices, last) : this;
    }

    public Waiting withoutNotices(Predicate<HeldNotice> which) {
        List<HeldNotice> left = new ArrayList<>(notices);
        return left.removeIf(which) ? new Waiting(events, left, last) : this;
    }

    /** A withdrawal that came before what it withdraws. */
    public Optional<HeldEvent> withdrawalOf(Line line) {
        for (HeldEvent held : events) {
            if (held.event().action() == Action.WITHDRAWAL
                    && held.event().line().equals(line)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    /** The held message of the same line, action and version. */
    public Optional<HeldEvent> versionOf(CaseEvent event) {
        for (HeldEvent held : events) {
            if (held.isVersionOf(event)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }
}
