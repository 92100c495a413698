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
import java.util.SortedMap;
import java.util.function.Consumer;

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

    /** What the hub sent first: what came may answer it. */
    @Override
    public void poll(Round round) {
        SortedMap<String, byte[]> left = round.left();
        for (Map.Entry<String, byte[]> sent :
                left.tailMap(SentAssignment.PREFIX).entrySet()) {
            settle(sent, round, batch -> {
                var assignment = SentAssignment.of(sent.getValue());
                batch.put(SentAssignment.key(assignment.id()), sent.getValue());
            });
        }
        for (Map.Entry<String, byte[]> came :
                left.headMap(SentAssignment.PREFIX).entrySet()) {
            settle(came, round, batch -> bringIn(Letter.of(came.getValue()), round, batch, false));
        }
    }

    private static void settle(Map.Entry<String, byte[]> left, Round round, Consumer<Batch> what) {
        if (round.goesOn()) {
            try (Batch batch = round.begin()) {
                what.accept(batch);
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
        Optional<SentAssignment> sent =
                round.state(SentAssignment.key(assignment.id())).map(SentAssignment::of);
        if (known.isEmpty() && sent.isPresent() && assignment.status().equals(Optional.of(Status.REJECTED))) {
            return bringIn(List.of(new Rejection(party, letter, sent.get()).answer()), letter, batch);
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
        Told told = new Telling(party, letter, assignment, known, person.get()).told();
        if (!bringIn(told.events(), letter, batch)) {
            return false;
        }
        batch.put(key, told.known().bytes());
        return true;
    }

    /** All of them, or none. */
    private boolean bringIn(List<Translated> events, Letter letter, Batch batch) {
        List<Verdict.Accepted> fit = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        for (Translated event : events) {
            switch (wayIn.screening().screen(event, party)) {
                case Screened.Fit(Verdict.Accepted accepted) -> fit.add(accepted);
                case Screened.Unfit(List<Issue> found) -> issues.addAll(found);
            }
        }
        if (issues.isEmpty()) {
            fit.forEach(batch::accept);
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
