package eu.estafette.console.desk;

import eu.estafette.console.operations.DeadNotice;
import eu.estafette.console.operations.DeadQueries;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.problem.Issue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Dry runs: says what would be done to which dead letters, and freezes them. */
final class Plans {

    private static final String DEAD = "DEAD";

    /** Of very many, these are shown; what is counted and frozen is all of them. */
    private static final int SHOWN = 1_000;

    /** A limit is to be known before it is reached. */
    private static final int NEAR_LIMIT = Selections.MOST * 7 / 10;

    private final DeadQueries dead;
    private final Selections selections;
    private final PartyRegistry parties;

    Plans(DeadQueries dead, Selections selections, PartyRegistry parties) {
        this.dead = dead;
        this.selections = selections;
        this.parties = parties;
    }

    Plan plan(Choice choice, String operator, Instant now) {
        return switch (choice) {
            case Choice.Ids(List<String> ids) -> ofIds(ids, operator, now);
            case Choice.OfGroup(String group) -> ofDead(dead.idsOfGroup(group, Selections.MOST + 1), operator, now);
            case Choice.OfParty(String party) -> {
                requireKnown(party);
                yield ofDead(dead.idsOfParty(party, Selections.MOST + 1), operator, now);
            }
        };
    }

    private void requireKnown(String party) {
        boolean known = parties.all().stream().anyMatch(one -> one.id().value().equals(party));
        if (!known && dead.idsOfParty(party, 1).isEmpty()) {
            throw new RefusedException(List.of(issue("selection.party", "no party has this id")));
        }
    }

    private Plan ofIds(List<String> ids, String operator, Instant now) {
        Map<String, DeadNotice> found = new HashMap<>();
        dead.named(ids).forEach(notice -> found.put(notice.noticeId(), notice));
        List<Issue> unknown = new ArrayList<>();
        for (int at = 0; at < ids.size(); at++) {
            if (!found.containsKey(ids.get(at))) {
                unknown.add(issue("selection.ids[" + at + "]", "no notice has this id"));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RefusedException(unknown);
        }
        List<Plan.Skipped> skipped = found.values().stream()
                .filter(notice -> !notice.state().equals(DEAD))
                .map(notice -> new Plan.Skipped(notice.noticeId(), why(notice.state())))
                .toList();
        Set<String> left = skipped.stream().map(Plan.Skipped::noticeId).collect(Collectors.toSet());
        List<String> meant =
                ids.stream().distinct().filter(id -> !left.contains(id)).toList();
        return frozen(meant, 0, skipped, operator, now);
    }

    private Plan ofDead(List<String> ids, String operator, Instant now) {
        boolean full = ids.size() > Selections.MOST;
        return frozen(full ? ids.subList(0, Selections.MOST) : ids, full ? 1 : 0, List.of(), operator, now);
    }

    private Plan frozen(List<String> ids, long more, List<Plan.Skipped> skipped, String operator, Instant now) {
        if (ids.isEmpty()) {
            return new Plan(true, Optional.empty(), 0, Selections.MOST, 0, List.of(), List.of(), skipped, List.of());
        }
        String selection = selections.freeze(ids, operator, now);
        List<Plan.OfParty> perParty = selections.parties(selection);
        long notices = perParty.stream().mapToLong(Plan.OfParty::notices).sum();
        List<DeadNotice> shown = dead.named(ids.subList(0, Math.min(SHOWN, ids.size())));
        return new Plan(
                true,
                Optional.of(selection),
                Math.toIntExact(notices),
                Selections.MOST,
                more,
                perParty,
                shown,
                skipped,
                warnings(notices));
    }

    private static List<Plan.Warning> warnings(long notices) {
        return notices < NEAR_LIMIT
                ? List.of()
                : List.of(new Plan.Warning(
                        "SELECTION_NEAR_LIMIT",
                        notices,
                        "One selection holds at most " + Selections.MOST + "; what is beyond needs another."));
    }

    private static String why(String state) {
        return switch (state) {
            case "DELIVERED" -> "ALREADY_DELIVERED";
            case "WAITING" -> "ALREADY_WAITING";
            default -> state;
        };
    }

    private static Issue issue(String field, String detail) {
        return new Issue(Issue.Stage.RULE, "unknownValue", "body", field, Optional.empty(), detail);
    }
}
