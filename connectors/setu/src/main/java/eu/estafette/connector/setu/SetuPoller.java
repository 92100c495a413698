package eu.estafette.connector.setu;

import eu.estafette.connector.setu.Telling.Told;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.schemas.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings in what a party left at the door, in the order in which it came: events, what is known of the assignment after them, and the end of
 * the letter are one transaction.
 */
final class SetuPoller implements Poller {

    private final String id;
    private final Duration interval;
    private final Party party;
    private final WayIn wayIn;

    SetuPoller(String id, Duration interval, Party party, WayIn wayIn) {
        this.id = id;
        this.interval = interval;
        this.party = party;
        this.wayIn = wayIn;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public void poll(Round round) {
        for (Map.Entry<String, byte[]> left : round.left().entrySet()) {
            if (!round.goesOn()) {
                return;
            }
            try (Batch batch = round.begin()) {
                bringIn(Letter.of(left.getValue()), round, batch);
                batch.take(left.getKey());
                batch.commit();
            }
        }
    }

    private void bringIn(Letter letter, Round round, Batch batch) {
        var assignment = new Assignment(Setu.assignmentIn(letter.content()).orElseThrow(), party.zone());
        String key = key(assignment);
        Optional<Known> known = round.state(key).map(Known::of);
        Optional<Person> person = Person.of(assignment).or(() -> known.map(Known::person));
        boolean status = Setu.isStatus(letter.content());
        if (known.filter(before -> before.isSettled(letter)).isPresent()) {
            return; // as after an answer that was lost
        }
        if (known.filter(before -> before.hasSeen(letter.digest())).isPresent()) {
            setAside(
                    batch, letter, "olderAgain", "came before, and another message after it: this one changes nothing");
        } else if (person.isEmpty() || (status && known.isEmpty())) {
            setAside(
                    batch,
                    letter,
                    "unknownAssignment",
                    "is of no assignment that came before: whom it is about is not known");
        } else if (status && assignment.status().filter(Status::takesBack).isEmpty()) {
            batch.put(key, known.orElseThrow().withSeen(letter).bytes()); // without dates it tells nothing
        } else {
            tell(new Telling(party, letter, assignment, known, person.get()).told(), letter, batch, key);
        }
    }

    private void tell(Told told, Letter letter, Batch batch, String key) {
        List<Verdict.Accepted> fit = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        for (Translated event : told.events()) {
            switch (wayIn.screening().screen(event, party)) {
                case Screened.Fit(Verdict.Accepted accepted) -> fit.add(accepted);
                case Screened.Unfit(List<Issue> found) -> issues.addAll(found);
            }
        }
        if (issues.isEmpty()) {
            fit.forEach(batch::accept);
            batch.put(key, told.known().bytes());
        } else {
            batch.setAside(aside(letter, issues));
        }
    }

    private void setAside(Batch batch, Letter letter, String code, String detail) {
        batch.setAside(aside(letter, List.of(Rules.issue(Stage.RULE, code, Names.ASSIGNMENT_ID, detail))));
    }

    private SetAside aside(Letter letter, List<Issue> issues) {
        return new SetAside(party.id(), Names.CONNECTOR, letter.original(), SetAside.WHOLE, letter.body(), issues);
    }

    /** Who knows what an id holds. */
    private static String key(Assignment assignment) {
        return "assignment/" + Sha256.hex(assignment.id().getBytes(StandardCharsets.UTF_8));
    }
}
