package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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

    @Property(tries = 100)
    void anyOrderOfArrivalEndsInTheSameCase(@ForAll("arrivals") List<String> arrivals) {
        // Given
        Picture expected = IN_ORDER;

        // When
        Case after = played(arrivals);

        // Then
        Picture picture = Picture.of(after);
        assertThat(picture.told).as("who was told").isEqualTo(expected.told);
        assertThat(picture.steps).as("who must act").isEqualTo(expected.steps);
        assertThat(picture.clocks).as("what rings when").isEqualTo(expected.clocks);
        assertThat(picture.open).as("what runs").isEqualTo(expected.open);
        assertThat(picture).isEqualTo(expected);
        assertThat(after.waiting().events()).as("what waits").isEmpty();
    }

    private static Case played(List<String> messages) {
        Stage stage = Stage.of(CAST);
        Cascade cascade = new Cascade(stage.decisions());
        Optional<Case> file = Optional.of(stage.now());
        for (String message : messages) {
            CaseEvent event = stage.event("2026-03-02 " + message + " @digest=" + message.replace(' ', '_'));
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
