package eu.estafette.domain.fuzz;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Cascade;
import eu.estafette.domain.decider.Decider;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Leads cases through random lives and looks after every event whether all that must hold does. */
final class Lives {

    private static final int SHOWN = 40;
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Rulesets RULESETS = ShippedRulesets.load(CATALOGUE);

    private final RandomParties parties = new RandomParties();
    private final Decision.Function decider = new Decider(RULESETS, parties, CATALOGUE);
    private final Invariants invariants = new Invariants(CATALOGUE.steps(), parties);
    private final Sight sight = new Sight(RULESETS, CATALOGUE);
    private final Map<Check, Map<String, String>> faults = new EnumMap<>(Check.class);
    private final Map<EventType, Integer> types = new EnumMap<>(EventType.class);
    private final Map<Sums.State, Integer> states = new EnumMap<>(Sums.State.class);
    private int events;
    private int notices;

    /** What is looked at after every message. */
    enum Check {
        NO_EXCEPTION,
        INVARIANTS,
        SIGHT,
        SUMS
    }

    /** One example of each kind of fault, with its seed and what had been told. */
    List<String> faults(Check... checks) {
        return Arrays.stream(checks)
                .flatMap(check -> faults.getOrDefault(check, Map.of()).values().stream())
                .toList();
    }

    int events() {
        return events;
    }

    int notices() {
        return notices;
    }

    Map<Sums.State, Integer> states() {
        return states;
    }

    Map<EventType, Integer> types() {
        return types;
    }

    /** Leads one case through a number of events. */
    void lead(long seed, int length) {
        Chance chance = new Chance(seed);
        boolean calm = chance.in(0.5);
        RandomLife life = new RandomLife(
                CATALOGUE, RULESETS.names(), parties, chance, calm ? Mix.OF_LIFE : Mix.FEW_ANSWERS, calm ? 1 : 6);
        Sums sums = new Sums();
        Optional<Case> file = Optional.empty();
        Anteroom anteroom = Anteroom.EMPTY;
        List<String> told = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            CaseEvent event = life.next(file);
            told.add(event.occurredOn() + " " + event.sender().party() + " "
                    + event.type().shortName() + " "
                    + event.businessKey() + " v" + event.version() + " " + event.action() + " "
                    + event.data().values());
            try {
                sums.expired(anteroom.expired(life.now()));
                Anteroom waits = anteroom.withoutExpired(life.now());
                Cascade.Result result = new Cascade(watched(sums, seed, told)).decide(file, waits, event, life.now());
                count(event);
                account(sums, result, event);
                file = result.after();
                anteroom = result.anteroom();
                report(Check.SUMS, sums.broken(file, anteroom), seed, told);
            } catch (RuntimeException | AssertionError failure) {
                report(Check.NO_EXCEPTION, List.of(failure + " at " + at(failure)), seed, told);
                break;
            }
        }
        sums.counts().forEach((state, count) -> states.merge(state, count, Integer::sum));
    }

    /** Where in the domain it came up. */
    private static String at(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(frame -> frame.startsWith("eu.estafette.domain."))
                .limit(5)
                .collect(Collectors.joining(" < "));
    }

    private void count(CaseEvent event) {
        events++;
        types.merge(event.type(), 1, Integer::sum);
    }

    /** Every single decision is looked at, those on held events too. */
    private Decision.Function watched(Sums sums, long seed, List<String> told) {
        return (before, event, now) -> {
            Decision decision = decider.decide(before, event, now);
            notices += decision.notices().size();
            decision.after().ifPresent(after -> {
                report(Check.INVARIANTS, invariants.broken(after), seed, told);
                report(Check.SIGHT, sight.broken(decision, after, now), seed, told);
                before.ifPresent(former -> {
                    report(Check.INVARIANTS, Invariants.brokenBetween(former, after), seed, told);
                    sums.takenBack(former, after);
                });
            });
            return decision;
        };
    }

    private static void account(Sums sums, Cascade.Result result, CaseEvent first) {
        boolean isFirst = true;
        for (Cascade.Decided decided : result.decided()) {
            Object message = isFirst ? sums.accept() : sums.released(decided.event());
            isFirst = false;
            switch (decided) {
                case Cascade.Decided.Well well -> sums.decided(message, well.event(), well.decision());
                case Cascade.Decided.Badly ignored -> sums.invalid(message);
            }
        }
    }

    private void report(Check check, List<String> broken, long seed, List<String> told) {
        for (String fault : broken) {
            List<String> last = told.subList(Math.max(0, told.size() - SHOWN), told.size());
            faults.computeIfAbsent(check, ignored -> new TreeMap<>())
                    .putIfAbsent(
                            fault.replaceAll("[\\[{=:].*", ""),
                            fault + "\n  seed " + seed + "\n    " + String.join("\n    ", last));
        }
    }
}
