package eu.estafette.connector.suwinet;

import eu.estafette.connector.suwinet.Difference.Move;
import eu.estafette.connector.suwinet.EmploymentReader.Read;
import eu.estafette.connector.suwinet.Told.State;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.subscription.Account;
import eu.estafette.kit.subscription.Inquiry.Findings;
import eu.estafette.kit.subscription.Subscription;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Goes through one answer and gathers what is to be told, what is to be set aside and what is to be remembered. Used once. */
final class Telling {

    private static final LocalDateTime YEAR_2000 = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Party party;
    private final Subscription person;
    private final Account account;
    private final Instant now;
    private final LocalDate today;

    Telling(Party party, Subscription person, Account account, Instant now) {
        this.party = party;
        this.person = person;
        this.account = account;
        this.now = now;
        this.today = LocalDate.ofInstant(now, party.zone());
    }

    Findings of(IkvAnswer.Known answer, Optional<byte[]> memory) {
        SortedMap<String, Told> known = Memory.of(memory);
        Set<String> mentioned = new HashSet<>();
        for (Employment employment : answer.employments()) {
            mentioned.add(employment.key());
            known.put(employment.key(), told(Optional.ofNullable(known.get(employment.key())), employment));
        }
        for (Read.Lacking lacking : answer.lacking()) {
            lacking.key().ifPresent(mentioned::add);
            account.aside(List.of(lacking.issue()), lacking.key().orElse(""));
        }
        for (Told one : List.copyOf(known.values())) {
            if (!mentioned.contains(one.employment().key())) {
                known.put(one.employment().key(), gone(one));
            }
        }
        return account.findings(Memory.bytes(known.values()));
    }

    private Told told(Optional<Told> before, Employment employment) {
        var difference = new Difference(person.since(), today);
        List<Move> moves = difference.of(before, employment);
        int version = before.map(Told::version).orElse(0);
        State state = difference.stateAfter(before, employment, moves);
        if (!moves.isEmpty()) {
            version = Math.max(version + 1, seconds());
        }
        for (Move move : moves) {
            boolean fit = tell(move, employment, version);
            if (!fit && move == Move.STARTED) {
                state = State.REFUSED;
                break;
            }
        }
        return new Told(employment, state, false, version);
    }

    private boolean tell(Move move, Employment employment, int version) {
        String number = person.number().orElseThrow();
        var translated = new IkvEvents(party, number, account.original(), now, today)
                .of(move, employment, version, account.nextPart());
        return account.tell(translated, employment.key());
    }

    /** Nothing is told of it: neither that it ended, nor that it never was. Operators see it, once. */
    private Told gone(Told one) {
        if (one.state() == State.RUNNING && !one.missing()) {
            Issue issue = new Issue(
                    Stage.RULE,
                    "vanished",
                    "body",
                    "Inkomstenverhouding",
                    Optional.of(one.employment().key()),
                    "was in the last answer and is gone without an end: nothing was told of it; ask the register");
            account.aside(List.of(issue), one.employment().key());
        }
        return one.gone();
    }

    /** Since 2000, by the party's clock: grows from one answer to the next, also where nothing is remembered any more. */
    private int seconds() {
        return Math.toIntExact(ChronoUnit.SECONDS.between(YEAR_2000, LocalDateTime.ofInstant(now, party.zone())));
    }
}
