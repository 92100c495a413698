package eu.estafette.acceptance.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What happened outside of the hub, in the order in which it was seen. Thread-safe. */
public final class History {

    private final Map<String, Planned> planned = new LinkedHashMap<>();
    private final Map<String, Instant> accepted = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Before it is sent for the first time. */
    public synchronized void plan(Planned event) {
        planned.put(event.eventId(), event);
    }

    /** The sender was told that it is accepted; once is enough. */
    public synchronized void accepted(String eventId, Instant at) {
        accepted.putIfAbsent(eventId, at);
    }

    /** The sender was told, once and for all, that it is not. */
    public synchronized void refused(String eventId, int status) {
        refused.put(eventId, status);
    }

    public synchronized void called(Call call) {
        calls.add(call);
    }

    public synchronized void fault(Instant from, Instant until) {
        faults.add(new Fault(from, until, false));
    }

    /** A process stood still, and went on where it was. */
    public synchronized void hang(Instant from, Instant until) {
        faults.add(new Fault(from, until, true));
    }

    /** How many events were accepted so far. */
    public synchronized int acceptedCount() {
        return accepted.size();
    }

    /** Event ids with their statuses. */
    public synchronized Map<String, Integer> refused() {
        return new TreeMap<>(refused);
    }

    /** How many calls came so far. */
    public synchronized int callCount() {
        return calls.size();
    }

    /** From the sender's yes to the receiver's first call, for each notice that some receivers kept; ascending. */
    public synchronized List<Duration> delays(Predicate<String> receivers) {
        Map<Cause, Instant> begun = new HashMap<>();
        planned.values().forEach(event -> Optional.ofNullable(accepted.get(event.eventId()))
                .ifPresent(at -> begun.put(event.cause(), at)));
        Set<String> seen = new HashSet<>();
        return calls.stream()
                .filter(call -> call.isKept() && receivers.test(call.receiver()) && begun.containsKey(call.cause()))
                .filter(call -> seen.add(call.noticeId()))
                .map(call -> Duration.between(begun.get(call.cause()), call.at()))
                .sorted()
                .toList();
    }

    synchronized List<Planned> plannedEvents() {
        return List.copyOf(planned.values());
    }

    synchronized Set<String> acceptedIds() {
        return Set.copyOf(accepted.keySet());
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized List<Fault> faults() {
        return List.copyOf(faults);
    }
}
