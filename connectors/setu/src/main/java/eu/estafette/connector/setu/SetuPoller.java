package eu.estafette.connector.setu;

import eu.estafette.connector.setu.Telling.Told;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Rereading;
import eu.estafette.kit.poll.Rereading.Reread.ReadOn;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.soap.door.SoapRequest;
import eu.estafette.schemas.Sha256;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
                bringIn(Letter.of(left.getValue()), round, batch, false);
                batch.take(left.getKey());
                batch.commit();
            }
        }
    }

    /** What stood in its way may have come since, such as the assignment itself; and who asks for an older message again means it. */
    @Override
    public Optional<Rereading> rereading() {
        return Optional.of((original, content, part, round) -> {
            var request = SoapRequest.again(party, original, Files.readAllBytes(content));
            try (Batch batch = round.begin()) {
                boolean told = bringIn(Letter.of(request, round.now()), round, batch, true);
                batch.commit();
                return new ReadOn(told);
            }
        });
    }

    /**
     * @param meant even where it was overtaken
     * @return whether it was not set aside
     */
    private boolean bringIn(Letter letter, Round round, Batch batch, boolean meant) {
        var assignment = new Assignment(Setu.assignmentIn(letter.content()).orElseThrow(), party.zone());
        String key = key(assignment);
        Optional<Known> known = round.state(key).map(Known::of);
        Optional<Person> person = Person.of(assignment).or(() -> known.map(Known::person));
        boolean status = Setu.isStatus(letter.content());
        if (!meant && known.filter(before -> before.isSettled(letter)).isPresent()) {
            return true; // as after an answer that was lost
        }
        if (!meant && known.filter(before -> before.hasSeen(letter.digest())).isPresent()) {
            return setAside(
                    batch, letter, "olderAgain", "came before, and another message after it: this one changes nothing");
        }
        if (person.isEmpty() || (status && known.isEmpty())) {
            return setAside(
                    batch,
                    letter,
                    "unknownAssignment",
                    "is of no assignment that came before: whom it is about is not known");
        }
        if (status && assignment.status().filter(Status::takesBack).isEmpty()) {
            batch.put(key, known.orElseThrow().withSeen(letter).bytes()); // without dates it tells nothing
            return true;
        }
        return tell(new Telling(party, letter, assignment, known, person.get()).told(), letter, batch, key);
    }

    private boolean tell(Told told, Letter letter, Batch batch, String key) {
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
        return issues.isEmpty();
    }

    private boolean setAside(Batch batch, Letter letter, String code, String detail) {
        batch.setAside(aside(letter, List.of(Rules.issue(Stage.RULE, code, Names.ASSIGNMENT_ID, detail))));
        return false;
    }

    private SetAside aside(Letter letter, List<Issue> issues) {
        return new SetAside(party.id(), Names.CONNECTOR, letter.original(), SetAside.WHOLE, letter.body(), issues);
    }

    /** Who knows what an id holds. */
    private static String key(Assignment assignment) {
        return "assignment/" + Sha256.hex(assignment.id().getBytes(StandardCharsets.UTF_8));
    }
}
