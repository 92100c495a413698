package eu.estafette.connector.suwinet;

import eu.estafette.connector.suwinet.Difference.Move;
import eu.estafette.connector.suwinet.EmploymentReader.Read;
import eu.estafette.connector.suwinet.Told.State;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.subscription.Inquiry.Findings;
import eu.estafette.kit.subscription.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes through one answer and gathers what is to be told, what is to be set aside and what is to be remembered. Used once. */
final class Telling {

    private static final LocalDateTime YEAR_2000 = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Party party;
    private final Subscription person;
    private final WayIn wayIn;
    private final Instant now;
    private final LocalDate today;
    private final List<Verdict.Accepted> events = new ArrayList<>();
    private final List<SetAside> asides = new ArrayList<>();
    private int part;
    private @Nullable OriginalRef original;

    Telling(Party party, Subscription person, WayIn wayIn, Instant now) {
        this.party = party;
        this.person = person;
        this.wayIn = wayIn;
        this.now = now;
        this.today = LocalDate.ofInstant(now, party.zone());
    }

    /** @param keeps keeps the original, at most once */
    Findings of(IkvAnswer.Known answer, Optional<byte[]> memory, Supplier<OriginalRef> keeps) {
        SortedMap<String, Told> known = Memory.of(memory);
        Set<String> mentioned = new HashSet<>();
        for (Employment employment : answer.employments()) {
            mentioned.add(employment.key());
            known.put(employment.key(), told(Optional.ofNullable(known.get(employment.key())), employment, keeps));
        }
        for (Read.Lacking lacking : answer.lacking()) {
            lacking.key().ifPresent(mentioned::add);
            aside(List.of(lacking.issue()), lacking.key().orElse(""), keeps);
        }
        for (Told one : List.copyOf(known.values())) {
            if (!mentioned.contains(one.employment().key())) {
                known.put(one.employment().key(), gone(one, keeps));
            }
        }
        return new Findings(events, asides, Memory.bytes(known.values()));
    }

    private Told told(Optional<Told> before, Employment employment, Supplier<OriginalRef> keeps) {
        var difference = new Difference(person.since(), today);
        List<Move> moves = difference.of(before, employment);
        int version = before.map(Told::version).orElse(0);
        State state = difference.stateAfter(before, employment, moves);
        if (!moves.isEmpty()) {
            version = Math.max(version + 1, seconds());
        }
        for (Move move : moves) {
            boolean fit = tell(move, employment, version, keeps);
            if (!fit && move == Move.STARTED) {
                state = State.REFUSED;
                break;
            }
        }
        return new Told(employment, state, false, version);
    }

    private boolean tell(Move move, Employment employment, int version, Supplier<OriginalRef> keeps) {
        OriginalRef kept = original(keeps);
        var translated = new IkvEvents(party, person.number().orElseThrow(), kept, now, today)
                .of(move, employment, version, ++part);
        switch (wayIn.screening().screen(translated, party)) {
            case Screened.Fit(Verdict.Accepted accepted) -> {
                events.add(accepted);
                return true;
            }
            case Screened.Unfit(List<Issue> issues) -> {
                aside(issues, employment.key(), keeps);
                return false;
            }
        }
    }

    /** Nothing is told of it: neither that it ended, nor that it never was. Operators see it, once. */
    private Told gone(Told one, Supplier<OriginalRef> keeps) {
        if (one.state() == State.RUNNING && !one.missing()) {
            Issue issue = new Issue(
                    Stage.RULE,
                    "vanished",
                    "body",
                    "Inkomstenverhouding",
                    Optional.of(one.employment().key()),
                    "was in the last answer and is gone without an end: nothing was told of it; ask the register");
            aside(List.of(issue), one.employment().key(), keeps);
        }
        return one.gone();
    }

    private void aside(List<Issue> issues, String key, Supplier<OriginalRef> keeps) {
        asides.add(new SetAside(
                party.id(),
                SuwinetConnector.NAME,
                original(keeps),
                ++part,
                key.getBytes(StandardCharsets.UTF_8),
                issues));
    }

    private OriginalRef original(Supplier<OriginalRef> keeps) {
        OriginalRef kept = original;
        if (kept == null) {
            kept = keeps.get();
            original = kept;
        }
        return kept;
    }

    /** Since 2000, by the party's clock: grows from one answer to the next, also where nothing is remembered any more. */
    private int seconds() {
        return Math.toIntExact(ChronoUnit.SECONDS.between(YEAR_2000, LocalDateTime.ofInstant(now, party.zone())));
    }
}
