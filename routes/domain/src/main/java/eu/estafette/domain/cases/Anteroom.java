package eu.estafette.domain.cases;

import eu.estafette.domain.event.CaseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What was told of a person of whom the hub has no case, in order of arrival. */
public record Anteroom(List<HeldEvent> events) {

    public static final Anteroom EMPTY = new Anteroom(List.of());

    public Anteroom {
        events = List.copyOf(events);
    }

    public Anteroom with(CaseEvent event, String reason, Instant until) {
        List<HeldEvent> more = new ArrayList<>(events);
        int last = events.isEmpty() ? 0 : events.getLast().number();
        more.add(new HeldEvent(last + 1, event, reason, until));
        return new Anteroom(more);
    }

    public Anteroom without(HeldEvent gone) {
        return new Anteroom(events.stream().filter(held -> !held.equals(gone)).toList());
    }

    /** The message of the same line, action and version that waits already. */
    public Optional<HeldEvent> versionOf(CaseEvent event) {
        return events.stream().filter(held -> held.isVersionOf(event)).findFirst();
    }

    /** What is to be decided when a case opens: by the day on which it happened, then as it arrived. */
    public List<CaseEvent> released() {
        return events.stream()
                .map(HeldEvent::event)
                .sorted(Comparator.comparing(CaseEvent::occurredOn))
                .toList();
    }

    /** What has waited long enough. Its senders are told; it is never decided. */
    public List<HeldEvent> expired(Instant now) {
        return events.stream().filter(held -> !held.until().isAfter(now)).toList();
    }

    public Anteroom withoutExpired(Instant now) {
        return new Anteroom(
                events.stream().filter(held -> held.until().isAfter(now)).toList());
    }

    /** When the next of it expires; absent if nothing waits. */
    public Optional<Instant> nextDue() {
        return events.stream().map(HeldEvent::until).min(Instant::compareTo);
    }
}
