package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.story.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Versions tell what holds, not the order in which they arrive: messages that come twice, late or before what they correct or withdraw end
 * in the same case. The lines here do not depend on each other; where one closes what another opens, order is part of what happened.
 */
class OrderOfArrivalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String CAST =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies/ria";

    private static final List<String> MESSAGES = List.of(
            "vdab employment.started E1 employer=winkel startDate=03-09 hoursPerWeek=20",
            "vdab employment.started E1 v2 CORRECTION employer=winkel startDate=03-16 hoursPerWeek=20",
            "vdab employment.started E1 v3 employer=winkel startDate=03-16 hoursPerWeek=24 plannedEnd=08-31",
            "buddies employment.started E2 employer=bakker startDate=03-10",
            "buddies employment.started E2 v2 WITHDRAWAL",
            "buddies placement.started P1 kind=IBO host=resto startDate=04-01",
            "buddies placement.started P1 v2 CORRECTION kind=ART60 host=resto startDate=04-01",
            "buddies employment.started E3 employer=slager startDate=03-11",
            "buddies employment.started E3 v2 CORRECTION employer=slager startDate=03-12",
            "buddies employment.started E3 v3 WITHDRAWAL",
            "vdab referral.requested V1 kind=TRAINING",
            "vdab referral.requested V1 v2 CORRECTION kind=JOB_COACHING decideBefore=03-20",
            "buddies signal.raised G1 kind=CONFLICT",
            "buddies signal.raised G1 v2 CORRECTION kind=WELLBEING answerBefore=03-06");

    private static final Picture IN_ORDER = Picture.of(played(MESSAGES));

    @Provide
    Arbitrary<List<String>> arrivals() {
        List<String> twice = new ArrayList<>(MESSAGES);
        twice.addAll(MESSAGES);
        return Arbitraries.shuffle(twice);
    }

    @Property(tries = 100, seed = "1")
    void anyOrderOfArrivalEndsInTheSameCase(@ForAll("arrivals") List<String> arrivals) {
        // Given
        Picture expected = IN_ORDER;

        // When
        Case after = played(arrivals);

        // Then
        assertSame(after, expected);
    }

    private static void assertSame(Case after, Picture expected) {
        Picture picture = Picture.of(after);
        assertThat(picture.told).as("who was told").isEqualTo(expected.told);
        assertThat(picture.steps).as("who must act").isEqualTo(expected.steps);
        assertThat(picture.clocks).as("what rings when").isEqualTo(expected.clocks);
        assertThat(picture.open).as("what runs").isEqualTo(expected.open);
        assertThat(picture).isEqualTo(expected);
        assertThat(after.waiting().events()).as("what waits").isEmpty();
    }

    /** Told in the order of their versions, line by line; each message once more, at some time after the first. */
    @Property(tries = 150, seed = "1")
    void linesMayMingleAndRepeatThemselves(@ForAll("histories") List<List<String>> lines, @ForAll Random random) {
        // Given
        Picture expected = Picture.of(played(flat(lines)));

        // When
        Case after = played(repeated(mingled(lines, random), random));

        // Then
        assertSame(after, expected);
    }

    /**
     * In whatever order. A correction that changes who is concerned still has to be told to those who had what it corrects; here nobody had,
     * where it comes first. So what a line tells concerns the same people in all its versions.
     */
    @Property(tries = 150, seed = "1")
    void messagesMayOvertakeEachOther(@ForAll("steadyHistories") List<List<String>> lines, @ForAll Random random) {
        // Given
        Picture expected = Picture.of(played(flat(lines)));
        List<String> arrivals = repeated(flat(lines), random);
        Collections.shuffle(arrivals, random);

        // When
        Case after = played(arrivals);

        // Then
        assertSame(after, expected);
    }

    /** Each keeps its own order. What holds is the newest word by the senders' clocks, whoever's word came in last. */
    @Property(tries = 100, seed = "1")
    void twoWhoTellOfTheSameJobMayMingle(@ForAll Random random) {
        // Given
        List<List<String>> senders = List.of(
                List.of(
                        "02-02 vdab employment.started E1 employer=winkel startDate=02-02 hoursPerWeek=20",
                        "02-09 vdab employment.changed E1 hoursPerWeek=24 function=kassa",
                        "02-20 vdab employment.changed E1 v2 function=bakker"),
                List.of(
                        "02-16 buddies employment.changed E1 hoursPerWeek=30",
                        "02-18 buddies employment.changed E1 v2 function=magazijn"));

        Picture expected = Picture.of(playedOn(flat(senders)));

        // When
        Case after = playedOn(repeated(mingled(senders, random), random));

        // Then
        assertThat(after.objects().values().stream().filter(object -> object.isOf(Family.EMPLOYMENT)))
                .singleElement()
                .satisfies(job -> {
                    assertThat(job.content().decimal("hoursPerWeek")).hasValue(new BigDecimal(30));
                    assertThat(job.content().code("function")).hasValue("bakker");
                });
        assertSame(after, expected);
    }

    /**
     * Of each line what it tells in turn: corrected any number of times and perhaps taken back. Of different objects, so that no line closes what
     * another opens.
     */
    @Provide
    Arbitrary<List<List<String>>> histories() {
        return Combinators.combine(
                        LINES.stream().map(OrderOfArrivalTest::tellings).toList())
                .as(List::copyOf);
    }

    @Provide
    Arbitrary<List<List<String>>> steadyHistories() {
        return Combinators.combine(LINES.stream()
                        .filter(Told::steady)
                        .map(OrderOfArrivalTest::tellings)
                        .toList())
                .as(List::copyOf);
    }

    private static Arbitrary<List<String>> tellings(Told line) {
        Arbitrary<List<String>> contents =
                Arbitraries.of(line.contents()).list().ofMinSize(0).ofMaxSize(3);
        return Combinators.combine(contents, Arbitraries.integers().between(0, 3))
                .as((told, end) -> tellings(line, told, end == 0));
    }

    private static List<String> tellings(Told line, List<String> told, boolean takenBack) {
        List<String> messages = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            String move = at == 0 ? "" : " v" + (at + 1) + " CORRECTION";
            messages.add(line.line() + move + " " + told.get(at));
        }
        if (takenBack && !told.isEmpty()) {
            messages.add(line.line() + " v" + (told.size() + 1) + " WITHDRAWAL");
        }
        return messages;
    }

    private static List<String> flat(List<List<String>> lines) {
        return lines.stream().flatMap(List::stream).toList();
    }

    private static List<String> mingled(List<List<String>> lines, Random random) {
        List<List<String>> left = new ArrayList<>();
        lines.stream().filter(line -> !line.isEmpty()).forEach(line -> left.add(new ArrayList<>(line)));
        List<String> mingled = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> next = left.get(random.nextInt(left.size()));
            mingled.add(next.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return mingled;
    }

    private static List<String> repeated(List<String> messages, Random random) {
        List<String> repeated = new ArrayList<>(messages);
        for (String message : messages) {
            int after = repeated.indexOf(message) + 1;
            repeated.add(after + random.nextInt(repeated.size() - after + 1), message);
        }
        return repeated;
    }

    /**
     * A line, and what it may tell.
     *
     * @param steady whether all of that concerns the same people
     */
    private record Told(boolean steady, String line, String... contents) {}

    private static final List<Told> LINES = List.of(
            new Told(
                    true,
                    "vdab employment.started E1",
                    "employer=winkel startDate=03-09 hoursPerWeek=20",
                    "employer=winkel startDate=03-16 plannedEnd=08-31",
                    "employer=bakker startDate=03-09 contractForm=TEMP_AGENCY"),
            new Told(
                    true,
                    "buddies employment.started E2",
                    "employer=slager startDate=05-11",
                    "employer=slager startDate=05-18"),
            new Told(
                    true,
                    "buddies placement.started P1",
                    "kind=ART60 host=resto startDate=04-01",
                    "kind=ART60 host=resto startDate=04-01 plannedEnd=06-30"),
            new Told(
                    false,
                    "vdab placement.started P2",
                    "kind=IBO host=resto startDate=04-01",
                    "kind=VOLUNTEER host=resto startDate=04-08"),
            new Told(
                    false,
                    "vdab referral.requested V1",
                    "kind=TRAINING",
                    "kind=JOB_COACHING decideBefore=03-20",
                    "kind=SPECIALIST_HELP"),
            new Told(true, "vdab referral.requested V2", "kind=JOB_COACHING decideBefore=03-20", "kind=OTHER"),
            new Told(false, "buddies signal.raised G1", "kind=CONFLICT", "kind=WELLBEING", "kind=DISMISSAL_THREAT"),
            new Told(
                    true, "buddies signal.raised G2", "kind=CONFLICT urgency=HIGH", "kind=CONFLICT answerBefore=03-06"),
            new Told(true, "buddies coaching.applied A1", "decideBefore=03-20", "coachKind=VOLUNTEER"),
            new Told(true, "vdab wage-value.announced L1", "measureOn=03-20", "measureOn=03-27"),
            new Told(
                    true,
                    "vdab training.progressed O1",
                    "status=ENROLLED course=A",
                    "status=ENROLLED course=A plannedEnd=06-30"),
            new Told(
                    false,
                    "buddies absence.reported X1",
                    "kind=SICK firstDay=03-02",
                    "kind=SICK firstDay=03-02 contractEnds=true",
                    "kind=LATE firstDay=03-02"),
            new Told(
                    true,
                    "ocmw consent.given T1",
                    "by=SUBJECT scope=SC to=REFERRER form=ORAL givenOn=03-02",
                    "by=SUBJECT scope=SC to=WELFARE form=ORAL givenOn=03-02"));

    private static Case played(List<String> messages) {
        return playedOn(messages.stream().map(message -> "03-02 " + message).toList());
    }

    /** @param messages each with its day before */
    private static Case playedOn(List<String> messages) {
        Stage stage = Stage.of(CAST);
        Cascade cascade = new Cascade(stage.decisions());
        Optional<Case> file = Optional.of(stage.now());
        for (String message : messages) {
            CaseEvent event = stage.event("2026-" + message + " @digest=" + message.replace(' ', '_'));
            file = cascade.decide(file, Anteroom.EMPTY, event, NOW).after();
        }
        return file.orElseThrow();
    }

    /** What of a case does not depend on how it came to be. */
    private record Picture(
            Object phase,
            Object coaching,
            Set<?> roles,
            Map<ObjectKey, Fields> open,
            Set<?> steps,
            Set<?> clocks,
            Set<?> told) {

        static Picture of(Case file) {
            return new Picture(
                    file.phase(),
                    file.coaching(),
                    Set.copyOf(file.roles()),
                    file.objects().values().stream()
                            .filter(CaseObject::open)
                            .collect(Collectors.toMap(CaseObject::key, CaseObject::content)),
                    file.steps().stream()
                            .map(step -> List.of(step.code(), step.object(), step.owner(), step.holder(), step.due()))
                            .collect(Collectors.toSet()),
                    new HashSet<>(file.timers().running()),
                    told(file));
        }

        private static Set<?> told(Case file) {
            Set<Object> told = new HashSet<>();
            for (Map.Entry<Line, List<SentNotice>> sent : file.sent().entrySet()) {
                sent.getValue().stream()
                        .filter(TakenNotices::stands)
                        .forEach(notice ->
                                Collections.addAll(told, List.of(sent.getKey(), notice.recipient(), notice.view())));
            }
            return told;
        }
    }
}
