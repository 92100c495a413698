package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events that come before what they need. */
class HeldEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String CAST = "ruleset flanders REFERRER=vdab COACH=buddies/ria known=winkel";
    private static final String ENDED = "2026-03-02 buddies employment.ended E1 actualEnd=02-27 @digest=a";

    private final Stage stage = Stage.of(CAST);
    private final Stage unknown = Stage.withoutCase(CAST);

    @Test
    void whatWaitsForItsOriginalIsLetGoWhenThatComes() {
        stage.play(ENDED);
        assertThat(stage.now().waiting().events()).hasSize(1);
        Decision decision = stage.play("2026-03-03 buddies employment.started E1 employer=winkel startDate=02-02");

        assertThat(decision.released()).extracting(CaseEvent::businessKey).containsExactly("E1");
        assertThat(stage.now().waiting().isEmpty()).isTrue();
        assertThat(stage.decide(decision.released().getFirst(), "2026-03-03").outcome())
                .isEqualTo(new Outcome.Routed(Optional.empty()));
    }

    @Test
    void whatWaitsForARoleIsLetGoWhenItsSenderHasOne() {
        stage.play("2026-03-02 brugwerk signal.raised G1 kind=CONFLICT");
        assertThat(stage.play("2026-03-03 buddies signal.raised G2 kind=CONFLICT")
                        .released())
                .isEmpty();
        Decision decision =
                stage.play("2026-03-04 vdab role.assigned R1 role=COACH_ORGANISATION party=brugwerk from=03-04");

        assertThat(decision.released()).extracting(CaseEvent::businessKey).containsExactly("G1");
    }

    @Test
    void aHeldMessageIsKnownWhenItComesAgain() {
        stage.play(ENDED);

        assertThat(stage.play(ENDED).outcome()).isEqualTo(new Outcome.Duplicate());
        assertThat(stage.play(ENDED.replace("@digest=a", "@digest=b")).outcome())
                .isEqualTo(new Outcome.Refused("VERSION_REUSED"));
        assertThat(stage.now().waiting().events()).hasSize(1);
    }

    @Test
    void whatWaitedAWeekExpires() {
        stage.play(ENDED);
        assertThat(stage.passTo("2026-03-08")).isEmpty();
        List<Decision> passed = stage.passTo("2026-03-09");

        assertThat(passed).singleElement().satisfies(decision -> {
            assertThat(decision.expired())
                    .extracting(held -> held.event().businessKey())
                    .containsExactly("E1");
            assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        });
        assertThat(stage.now().waiting().isEmpty()).isTrue();
        assertThat(stage.play("2026-03-10 buddies employment.started E1 employer=winkel startDate=02-02")
                        .released())
                .isEmpty();
    }

    @Test
    void whatWaitsForACaseIsDecidedAfterItsOpenerInTheOrderInWhichItHappened() {
        Cascade cascade = new Cascade(unknown.decisions());
        Anteroom held = Anteroom.EMPTY;
        for (CaseEvent early : List.of(
                unknown.event("2026-02-27 buddies employment.ended E1 actualEnd=02-27"),
                unknown.event("2026-02-02 buddies employment.started E1 employer=winkel startDate=02-02"),
                unknown.event("2026-02-20 elders signal.raised G1 kind=CONFLICT"))) {
            held = cascade.decide(Optional.empty(), held, early, NOW).anteroom();
        }
        assertThat(held.events()).hasSize(3);
        assertThat(held.nextDue()).contains(Instant.parse("2026-03-31T22:00:00Z"));

        Cascade.Result result = cascade.decide(
                Optional.empty(),
                held,
                unknown.event("2026-03-02 vdab referral.requested V1 kind=JOB_COACHING @role=COACH/buddies/ria"),
                NOW);

        assertThat(result.decided())
                .extracting(decided -> decided.event().businessKey() + " "
                        + decided.event().type().shortName())
                .containsExactly(
                        "V1 referral.requested", "E1 employment.started", "G1 signal.raised", "E1 employment.ended");
        assertThat(result.anteroom()).isEqualTo(Anteroom.EMPTY);
        assertThat(result.after().orElseThrow().waiting().events())
                .as("whose sender has no role waits on in the case")
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason()).isEqualTo("NO_ROLE"));
    }

    @Test
    void theSameEarlyMessageTwiceWaitsOnce() {
        Cascade cascade = new Cascade(unknown.decisions());
        CaseEvent event = unknown.event(ENDED);
        Anteroom held =
                cascade.decide(Optional.empty(), Anteroom.EMPTY, event, NOW).anteroom();
        Cascade.Result again = cascade.decide(Optional.empty(), held, event, NOW);

        assertThat(again.anteroom()).isSameAs(held);
        assertThat(again.decided())
                .singleElement()
                .isEqualTo(
                        new Cascade.Decided.Well(event, Decisions.without(new Outcome.Duplicate(), Optional.empty())));
    }

    @Test
    void whatWaitedAMonthForACaseExpires() {
        Anteroom held = new Cascade(unknown.decisions())
                .decide(Optional.empty(), Anteroom.EMPTY, unknown.event(ENDED), NOW)
                .anteroom();
        Instant end = Instant.parse("2026-03-31T22:00:00Z");

        assertThat(held.expired(end.minusMillis(1))).isEmpty();
        assertThat(held.expired(end)).hasSize(1);
        assertThat(held.withoutExpired(end).events()).isEmpty();
    }
}
