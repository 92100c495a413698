package eu.estafette.connector.magda;

import eu.estafette.connector.magda.ContractReader.Read;
import eu.estafette.connector.magda.Difference.Move;
import eu.estafette.connector.magda.Told.State;
import eu.estafette.kit.employment.BrusselsTime;
import eu.estafette.kit.employment.WorkRelation;
import eu.estafette.kit.employment.WorkRelationEvents;
import eu.estafette.kit.employment.WorkRelationEvents.Word;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.StampVersion;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.subscription.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Goes through the employments of one answer and gathers what is to be told, set aside and remembered. Used once. */
final class Telling {

    private final Party party;
    private final Account account;
    private final Difference difference;
    private final LocalDateTime now;

    /** @param since when the subscription began */
    Telling(Party party, Account account, LocalDate since, Instant now) {
        this.party = party;
        this.account = account;
        this.difference = new Difference(since);
        this.now = LocalDateTime.ofInstant(now, BrusselsTime.ZONE);
    }

    /** @param whole whether what is not in the answer is not there */
    SortedMap<String, Told> of(List<Read> answer, SortedMap<String, Told> known, boolean whole) {
        Set<String> mentioned = new HashSet<>();
        for (Read read : answer) {
            switch (read) {
                case Read.Whole(WorkRelation relation) -> {
                    String number = relation.number();
                    if (mentioned.add(number)) {
                        known.put(number, told(Optional.ofNullable(known.get(number)), relation));
                    } else {
                        account.aside(List.of(twice()), number);
                    }
                }
                case Read.Lacking(Optional<String> number, List<Issue> issues) -> {
                    number.ifPresent(mentioned::add);
                    lacking(number, issues, known);
                }
            }
        }
        for (Told one : List.copyOf(known.values())) {
            if (whole && !mentioned.contains(one.number())) {
                known.put(one.number(), gone(one));
            }
        }
        return known;
    }

    private Told told(Optional<Told> before, WorkRelation relation) {
        List<Move> moves = difference.of(before, relation);
        State state = difference.stateAfter(before, relation, moves);
        int version = before.map(Told::version).orElse(0);
        if (!moves.isEmpty()) {
            // a stamp may be missing, and may stand still although something changed
            version = Math.max(version + 1, StampVersion.of(made(relation)));
        }
        for (Move move : moves) {
            boolean fit = tell(move, relation, version);
            boolean unknown = before.filter(Told::wasTold).isEmpty();
            if (!fit && unknown && move != Move.ENDED) {
                state = State.REFUSED;
                break;
            }
        }
        return new Told(
                relation.number(),
                state,
                Difference.said(relation),
                relation.period().end(),
                false,
                version,
                Optional.empty());
    }

    private boolean tell(Move move, WorkRelation relation, int version) {
        var events = new WorkRelationEvents(party, account.original());
        Word word = new Word(account.nextPart(), version, made(relation));
        EventDraft draft =
                switch (move) {
                    case STARTED -> events.started(relation, word);
                    case HAD_STARTED -> events.hadStarted(relation, beginning(relation, word));
                    case CHANGED -> events.changed(relation, word);
                    case REOPENED -> events.reopened(relation, word);
                    case ENDED -> events.ended(relation, relation.period().end().orElseThrow(), word);
                    case CANCELLED -> events.cancelled(relation, word);
                };
        return account.tell(draft.translated(), relation.number());
    }

    /** An older word than the beginning itself, if that was or will be told. */
    private Word beginning(WorkRelation relation, Word word) {
        LocalDateTime created = relation.created().orElse(word.made());
        return new Word(word.part(), Math.max(1, StampVersion.of(created) - 1), created);
    }

    private LocalDateTime made(WorkRelation relation) {
        return relation.told().orElse(now);
    }

    /** Seen once, and again when something else is wrong with it. */
    private void lacking(Optional<String> number, List<Issue> issues, SortedMap<String, Told> known) {
        if (number.isEmpty()) {
            account.aside(issues, "");
            return;
        }
        Told before = known.getOrDefault(number.get(), Told.unread(number.get()));
        String wrong =
                issues.stream().map(issue -> issue.code() + " " + issue.name()).collect(Collectors.joining(", "));
        if (!before.fault().equals(Optional.of(wrong))) {
            account.aside(issues, number.get());
        }
        known.put(number.get(), before.faulty(wrong));
    }

    /** Nothing is told of it: neither that it ended, nor that it never was. Operators see it, once. */
    private Told gone(Told one) {
        if (one.state() == State.RUNNING && !one.missing()) {
            account.aside(
                    List.of(
                            issue(
                                    "vanished",
                                    "Contract",
                                    "was in the last answer and is gone without an end: nothing was told of it; ask the register")),
                    one.number());
        }
        return one.gone();
    }

    private static Issue twice() {
        return issue("twice", "DimonaNummer", "is there twice: only what stood first was read");
    }

    private static Issue issue(String code, String name, String detail) {
        return new Issue(Stage.RULE, code, "body", name, Optional.empty(), detail);
    }
}
