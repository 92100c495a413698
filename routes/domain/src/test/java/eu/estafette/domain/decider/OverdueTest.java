package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Answer;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps whose owner does not react (domain section 9). */
class OverdueTest {

    private static final String STARTED = "2026-03-02 inslag employment.started E1 employer=winkel startDate=03-02";

    private final Stage stage =
            Stage.of("ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab COUNSELLOR=inslag WELFARE=ocmw UMBRELLA=buddies"
                    + " COACH_ORGANISATION=brugwerk COACH=buddies/ria");

    @Test
    void theFirstTimeItGoesToWhomTheRowNamesThenDownItsChainThenToTheOperators() {
        stage.play(STARTED);

        assertThat(told("2026-03-10", "FIRST-WEEK"))
                .as("own:@origin")
                .containsExactlyInAnyOrder("REFERRER! employment-start-fact FIRST-WEEK @03-13", "COACH step-card");
        assertThat(told("2026-03-16", "FIRST-WEEK"))
                .as("the chain of the row, past the coach")
                .containsExactlyInAnyOrder(
                        "COACH_ORGANISATION! employment-start-full FIRST-WEEK @03-19", "REFERRER step-card");
        assertThat(told("2026-03-20", "FIRST-WEEK"))
                .containsExactlyInAnyOrder(
                        "UMBRELLA! employment-start-full FIRST-WEEK @03-23",
                        "COACH_ORGANISATION step-card",
                        "REFERRER step-card");
        assertThat(told("2026-03-24", "FIRST-WEEK"))
                .containsExactlyInAnyOrder("?FIRST-WEEK", "UMBRELLA step-card", "REFERRER step-card");
        assertThat(new Due().events(stage.now(), Instant.parse("2027-01-01T00:00:00Z")))
                .as("with the operators it only ages")
                .noneMatch(event -> event.businessKey().startsWith("FIRST-WEEK"));
    }

    @Test
    void whoDeclinedIsNotAskedAgain() {
        stage.play(STARTED, "2026-03-03 buddies answer FIRST-WEEK DECLINED reason=NO_CAPACITY");
        stage.play("2026-03-04 brugwerk answer FIRST-WEEK DECLINED reason=NO_CAPACITY");
        stage.play("2026-03-11 hub overdue FIRST-WEEK");
        Decision decision = stage.play("2026-03-16 hub overdue FIRST-WEEK");

        assertThat(Stage.told(decision)).contains("?FIRST-WEEK");
    }

    @Test
    void silenceLeadsToTheOperatorsAlsoWhereNobodyNeedsToAct() {
        stage.play(STARTED);
        stage.deliver();
        Decision decision = stage.play("2026-03-13 hub overdue REVIEW-BENEFIT");

        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder("?REVIEW-BENEFIT", "WELFARE step-card", "REFERRER step-card");
        assertThat(stage.step("REVIEW-BENEFIT").owner()).isEqualTo(Role.OPERATOR);
        assertThat(stage.step("REVIEW-BENEFIT").due()).isEmpty();
    }

    @Test
    void whatWasAcceptedIsRemindedOfAndStays() {
        stage.play(STARTED, "2026-03-03 buddies answer FIRST-WEEK ACCEPTED");
        Decision first = stage.play("2026-03-10 hub overdue FIRST-WEEK");

        assertThat(Stage.told(first)).containsExactlyInAnyOrder("COACH step-card", "REFERRER step-card");
        assertThat(stage.step("FIRST-WEEK").due()).contains(LocalDate.of(2026, 3, 16));
        assertThat(stage.step("FIRST-WEEK").state()).isEqualTo(OpenStep.State.TAKEN);
        assertThat(first.steps()).extracting(StepChange::change).containsExactly(StepChange.Change.OVERDUE);

        stage.play("2026-03-17 hub overdue FIRST-WEEK");
        assertThat(stage.step("FIRST-WEEK").overdue())
                .as("from the second time the operators see it too")
                .isEqualTo(2);
    }

    @Test
    void whatWasDoneOrPostponedInTheMeantimeIsNotOverdue() {
        stage.play(STARTED);
        var raised = new Due().events(stage.now(), Instant.parse("2026-03-10T06:00:00Z"));
        stage.play("2026-03-10 buddies answer FIRST-WEEK NEEDS_INFO remark=when");
        var before = stage.now();
        Decision decision = stage.decide(raised.getFirst(), "2026-03-10");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.of("NOT_OVERDUE")));
        assertThat(stage.now()).isSameAs(before);
    }

    @Test
    void theNoticeOfTheFormerOwnerIsRecalledWhileItWaits() {
        stage.play(STARTED);
        int notice = stage.step("FIRST-WEEK").notice().orElseThrow();
        Decision decision = stage.play("2026-03-10 hub overdue FIRST-WEEK");

        assertThat(decision.recalls()).containsExactly(new Recall(notice, new PartyId("buddies")));
    }

    @Test
    void aDeliveredNoticeIsNotRecalled() {
        stage.play(STARTED);
        stage.answer(new Answer("buddies", stage.step("FIRST-WEEK").notice().orElseThrow(), "TRANSPORT", "ACCEPTED"));
        Decision decision = stage.play("2026-03-10 hub overdue FIRST-WEEK");

        assertThat(decision.recalls()).isEmpty();
    }

    private List<String> told(String date, String step) {
        stage.deliver();
        return Stage.told(stage.play(date + " hub overdue " + step));
    }
}
