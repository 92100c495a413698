package eu.estafette.acceptance.oracle;

import eu.estafette.acceptance.oracle.Verdict.Duplicates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares by id what senders were told with what receivers got. */
public final class Oracle {

    /** What nobody sends and nobody was told of: that a day has come. */
    private static final Set<String> HUBS_OWN = Set.of("clock.rang", "step.overdue");

    private final Map<Cause, Planned> planned;
    private final Set<String> accepted;
    private final Map<String, Integer> refused;
    private final List<Call> kept;
    private final List<Fault> faults;
    private final Repeats repeats;

    private Oracle(History history) {
        this.planned = history.plannedEvents().stream().collect(Collectors.toMap(Planned::cause, Function.identity()));
        this.accepted = history.acceptedIds();
        this.refused = history.refused();
        this.kept = history.calls().stream().filter(Call::isKept).toList();
        this.faults = history.faults();
        this.repeats = new Repeats(faults);
    }

    public static Verdict judge(History history) {
        return new Oracle(history).judge();
    }

    /** What is accepted and not yet delivered to all who must hear of it. */
    public static List<String> missing(History history) {
        return missing(history, any -> true);
    }

    /** The same of some receivers only. */
    public static List<String> missing(History history, Predicate<String> receivers) {
        return new Oracle(history).lost(receivers);
    }

    private Verdict judge() {
        Map<String, Call> last = new HashMap<>();
        Map<String, Integer> reached = new HashMap<>();
        Map<String, Set<String>> told = new HashMap<>();
        List<String> disorder = new ArrayList<>();
        Set<String> twoContents = new TreeSet<>();
        Set<String> uninvited = new TreeSet<>();
        for (Call call : kept) {
            @Nullable Call before = last.put(call.noticeId(), call);
            if (before != null && !before.content().equals(call.content())) {
                twoContents.add(call.noticeId());
            }
            if (HUBS_OWN.contains(call.cause().type())) {
                continue;
            }
            @Nullable Planned event = planned.get(call.cause());
            if (event == null || refused.containsKey(event.eventId())) {
                uninvited.add(call.receiver() + " got " + call.noticeId() + " about " + call.cause());
                continue;
            }
            if (before != null) {
                repeats.add(call, before, event.caseName());
            }
            told.computeIfAbsent(call.receiver() + " of " + event + " as " + call.part(), any -> new HashSet<>())
                    .add(call.noticeId());
            int highest = reached.merge(call.receiver() + " " + event.caseName(), event.place(), Math::max);
            boolean endsLate = before != null && faults.stream().anyMatch(fault -> fault.mayEndNow(call.at()));
            if (event.place() < highest && !endsLate) {
                disorder.add(call.receiver() + " got " + event + " after place " + highest);
            }
        }
        return new Verdict(
                accepted.size(),
                last.size(),
                lost(any -> true),
                overtaken(),
                disorder,
                twoContents,
                told.entrySet().stream()
                        .filter(one -> one.getValue().size() > 1)
                        .map(one -> one.getKey() + ": " + new TreeSet<>(one.getValue()))
                        .sorted()
                        .toList(),
                uninvited,
                repeats.counted());
    }

    private Map<Cause, Set<String>> heard() {
        return kept.stream()
                .collect(Collectors.groupingBy(
                        Call::cause, Collectors.mapping(Call::receiver, Collectors.toUnmodifiableSet())));
    }

    /** Waiting is no loss, but what comes later must wait, too. */
    private List<String> overtaken() {
        Map<Cause, Set<String>> heard = heard();
        Map<String, Integer> furthest = new HashMap<>();
        for (Planned event : planned.values()) {
            for (String receiver : heard.getOrDefault(event.cause(), Set.of())) {
                furthest.merge(receiver + " " + event.caseName(), event.place(), Math::max);
            }
        }
        return planned.values().stream()
                .filter(event -> accepted.contains(event.eventId()))
                .flatMap(event -> event.receivers().stream()
                        .filter(receiver ->
                                !heard.getOrDefault(event.cause(), Set.of()).contains(receiver))
                        .filter(receiver ->
                                furthest.getOrDefault(receiver + " " + event.caseName(), -1) > event.place())
                        .map(receiver -> event + " did not reach " + receiver + ", later ones did"))
                .toList();
    }

    private List<String> lost(Predicate<String> receivers) {
        Map<Cause, Set<String>> heard = heard();
        return planned.values().stream()
                .filter(event -> accepted.contains(event.eventId()))
                .flatMap(event -> event.receivers().stream()
                        .filter(receivers)
                        .filter(receiver ->
                                !heard.getOrDefault(event.cause(), Set.of()).contains(receiver))
                        .map(receiver -> event + " never reached " + receiver))
                .toList();
    }

    /** Sorts calls that were made again by what made them necessary. */
    private static final class Repeats {

        private record Doubt(Fault fault, String receiver, String caseName) {}

        private final Collection<Fault> faults;
        private final Map<Doubt, String> inDoubt = new HashMap<>();
        private final List<String> otherwise = new ArrayList<>();
        private int callInDoubt;
        private int answerLost;

        Repeats(Collection<Fault> faults) {
            this.faults = faults;
        }

        void add(Call call, Call before, String caseName) {
            if (before.answer() == Call.Answer.KEPT_UNHEARD) {
                answerLost++;
            } else if (isInDoubt(call, before, caseName)) {
                callInDoubt++;
            } else {
                otherwise.add(call.receiver() + " got " + call.noticeId() + " at " + before.at() + " and " + call.at());
            }
        }

        /** Of each case at most one call to a receiver is in doubt at a time. */
        private boolean isInDoubt(Call call, Call before, String caseName) {
            return faults.stream()
                    .filter(fault -> fault.concerns(before.at()))
                    .anyMatch(fault -> Objects.equals(
                            inDoubt.computeIfAbsent(
                                    new Doubt(fault, call.receiver(), caseName), any -> call.noticeId()),
                            call.noticeId()));
        }

        Duplicates counted() {
            return new Duplicates(callInDoubt, answerLost, List.copyOf(otherwise));
        }
    }
}
