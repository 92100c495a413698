package eu.estafette.domain.fuzz;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.party.PartyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sums of promise P1 over the life of one case: every accepted message has exactly one state, what is held is what the case holds, and every
 * notice is delivered, waits or was taken back.
 */
final class Sums {

    /** What a message came to; also the columns of the sum. */
    enum State {
        ROUTED,
        HELD,
        EXPIRED,
        WITHDRAWN,
        DUPLICATE,
        REFUSED,
        INVALID
    }

    /** By message, not by id: a message that comes twice is accepted twice. */
    private final Map<Object, State> states = new IdentityHashMap<>();

    private final Map<State, Integer> counts = new HashMap<>();
    private final Map<CaseEvent, Object> waiting = new IdentityHashMap<>();
    private final Map<PartyId, Set<Integer>> noticed = new HashMap<>();
    private final Map<PartyId, Set<Integer>> takenBack = new HashMap<>();
    private int accepted;

    /** A message was accepted; gives what it is known by from here on. */
    Object accept() {
        accepted++;
        return new Object();
    }

    int accepted() {
        return accepted;
    }

    Map<State, Integer> counts() {
        return Map.copyOf(counts);
    }

    void decided(Object message, CaseEvent event, Decision decision) {
        become(message, state(decision.outcome()));
        if (decision.outcome() instanceof Outcome.Held held && !held.reason().equals("CONSENT")) {
            waiting.put(event, message);
        }
        expired(decision.expired());
        for (NoticeDraft notice : decision.notices()) {
            noticed.computeIfAbsent(notice.recipient().party(), ignored -> new HashSet<>())
                    .add(notice.sequence());
        }
    }

    void invalid(Object message) {
        become(message, State.INVALID);
    }

    /** The message that a held event was; it is decided again. */
    Object released(CaseEvent event) {
        return Optional.ofNullable(waiting.remove(event))
                .orElseThrow(() -> new AssertionError("released, and was not held: " + event));
    }

    void expired(List<HeldEvent> held) {
        held.forEach(each -> become(released(each.event()), State.EXPIRED));
    }

    private static State state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Routed ignored -> State.ROUTED;
            // a notice of it waits for consent; the message itself has been applied
            case Outcome.Held held -> held.reason().equals("CONSENT") ? State.ROUTED : State.HELD;
            case Outcome.Withdrawn ignored -> State.WITHDRAWN;
            case Outcome.Duplicate ignored -> State.DUPLICATE;
            case Outcome.Refused ignored -> State.REFUSED;
        };
    }

    private void become(Object message, State state) {
        Optional.ofNullable(states.put(message, state)).ifPresent(former -> counts.merge(former, -1, Integer::sum));
        counts.merge(state, 1, Integer::sum);
    }

    /** A receipt took a notice off the case that had been asked back. */
    void takenBack(Case before, Case after) {
        Set<Integer> left = new HashSet<>();
        after.sent().values().forEach(notices -> notices.forEach(notice -> left.add(notice.sequence())));
        before.sent().values().forEach(notices -> notices.stream()
                .filter(notice -> notice.recalled().isPresent() && !left.contains(notice.sequence()))
                .forEach(notice -> takenBack
                        .computeIfAbsent(notice.recipient().party(), ignored -> new HashSet<>())
                        .add(notice.sequence())));
    }

    List<String> broken(Optional<Case> file, Anteroom anteroom) {
        List<String> broken = new ArrayList<>();
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != accepted) {
            broken.add("accepted " + accepted + ", and " + counts);
        }
        List<CaseEvent> held = new ArrayList<>();
        anteroom.events().forEach(each -> held.add(each.event()));
        file.ifPresent(each -> each.waiting().events().forEach(one -> held.add(one.event())));
        if (held.size() != counts.getOrDefault(State.HELD, 0) || !held.stream().allMatch(waiting::containsKey)) {
            broken.add("held " + counts.get(State.HELD) + ", and the case holds " + held);
        }
        file.ifPresent(each -> perReceiver(each, broken));
        return broken;
    }

    private void perReceiver(Case file, List<String> broken) {
        Map<PartyId, Set<Integer>> standing = new HashMap<>();
        for (List<SentNotice> notices : file.sent().values()) {
            for (SentNotice notice : notices) {
                standing.computeIfAbsent(notice.recipient().party(), ignored -> new HashSet<>())
                        .add(notice.sequence());
            }
        }
        takenBack.forEach((party, sequences) ->
                standing.computeIfAbsent(party, ignored -> new HashSet<>()).addAll(sequences));
        if (!standing.equals(noticed)) {
            broken.add("notices " + noticed + ", and delivered, waiting or taken back " + standing);
        }
    }
}
