package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.story.Answer;
import eu.estafette.domain.story.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts and answers. What an answer does to each kind of step is told in the stories; here is what else must hold. */
class AnswersTest {

    private final Stage stage = Stage.of(
            "ruleset netherlands-municipality REFERRER+COMMISSIONER=gemeente WELFARE=gemeente/inkomen COACH_ORGANISATION=noord COACH=noord/kim");

    private NoticeDraft firstDay;
    private NoticeDraft inform;

    @BeforeEach
    void somebodyStartsToWork() {
        Decision started = stage.play("2026-03-02 suwinet employment.started E1 employer=winkel startDate=03-02");
        firstDay = started.notices().stream()
                .filter(notice -> notice.step().map(OpenStep::code).equals(Optional.of("FIRST-DAY")))
                .findFirst()
                .orElseThrow();
        inform = started.notices().stream()
                .filter(notice -> !notice.isAct())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReceiptMarksTheNoticeDeliveredAndChangesNothingElse() {
        Case before = stage.now();
        Decision decision = stage.answer(new Answer("noord", firstDay.sequence(), "TRANSPORT", "ACCEPTED"));

        Case after = stage.now();
        assertThat(decision.notices()).isEmpty();
        assertThat(decision.steps()).isEmpty();
        assertThat(delivered(after)).containsExactly(firstDay.sequence());
        assertThat(after.steps()).isEqualTo(before.steps());
        assertThat(after.objects()).isEqualTo(before.objects());
        assertThat(after.events()).isEqualTo(before.events());
    }

    @Test
    void aSecondReceiptLeavesTheCaseAsItIs() {
        stage.answer(new Answer("noord", firstDay.sequence(), "TRANSPORT", "ACCEPTED"));
        Case before = stage.now();
        stage.answer(new Answer("noord", firstDay.sequence(), "RECEPTION", "ACCEPTED"));

        assertThat(stage.now()).isSameAs(before);
    }

    @Test
    void anAnswerThatCrossedACorrectionCountsForTheStepThatGoesOn() {
        // Given: the owner answers what it has, not knowing that it was told anew
        stage.play("2026-03-02 suwinet employment.started E1 v2 CORRECTION employer=winkel startDate=03-09");
        assertThat(stage.step("FIRST-DAY").notice().orElseThrow()).isGreaterThan(firstDay.sequence());

        // When
        Decision decision = stage.answer(new Answer("noord", firstDay.sequence(), "BUSINESS", "DONE"));

        // Then
        assertThat(decision.outcome()).isInstanceOf(Outcome.Routed.class);
        assertThat(stage.now().steps()).extracting(OpenStep::code).doesNotContain("FIRST-DAY");
    }

    @Test
    void anAnswerToAStepThatWentToSomebodyElseDoesNotCount() {
        // Given
        stage.answer(new Answer("noord", firstDay.sequence(), "BUSINESS", "DECLINED"));

        // When
        Decision decision = stage.answer(new Answer("noord", firstDay.sequence(), "BUSINESS", "DONE"));

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused("STEP_CLOSED"));
        assertThat(stage.now().steps()).extracting(OpenStep::code).contains("FIRST-DAY");
    }

    @Test
    void aRefusedTransportDeliversNothing() {
        stage.answer(new Answer("noord", firstDay.sequence(), "TRANSPORT", "DECLINED"));

        assertThat(delivered(stage.now())).isEmpty();
    }

    @Test
    void anInformOffersNoAnswer() {
        assertThat(inform.outcomes()).isEmpty();
        assertThat(refusal(new Answer(inform.recipient().party().value(), inform.sequence(), "BUSINESS", "DONE")))
                .isEqualTo("OUTCOME_NOT_OFFERED");
    }

    @Test
    void aStepThatAsksForADecisionIsNotDoneByAnAnswer() {
        NoticeDraft decide =
                stage.play("2026-03-03 noord coaching.applied A1").notices().getFirst();

        assertThat(decide.outcomes()).containsExactly("ACCEPTED", "DECLINED", "NEEDS_INFO", "HANDED_ON");
        assertThat(firstDay.outcomes()).containsExactly("ACCEPTED", "DECLINED", "NEEDS_INFO", "HANDED_ON", "DONE");
        assertThat(refusal(new Answer("gemeente", decide.sequence(), "BUSINESS", "DONE")))
                .isEqualTo("OUTCOME_NOT_OFFERED");
    }

    @Test
    void acceptingADecisionOtherThanOfAReferralOnlyTakesTheStep() {
        NoticeDraft decide =
                stage.play("2026-03-03 noord coaching.applied A1").notices().getFirst();
        Decision decision = stage.answer(new Answer("gemeente", decide.sequence(), "BUSINESS", "ACCEPTED"));

        assertThat(decision.steps()).extracting(StepChange::change).containsExactly(StepChange.Change.TAKEN);
        assertThat(stage.step("DECIDE-COACHING").state()).isEqualTo(OpenStep.State.TAKEN);
    }

    @Test
    void aClosedStepTakesNoAnswer() {
        stage.answer(new Answer("noord", firstDay.sequence(), "BUSINESS", "DONE"));

        assertThat(refusal(new Answer("noord", firstDay.sequence(), "BUSINESS", "DECLINED")))
                .isEqualTo("STEP_CLOSED");
    }

    @Test
    void anotherPartyMayNotAnswer() {
        assertThat(refusal(new Answer("gemeente", firstDay.sequence(), "BUSINESS", "DONE")))
                .isEqualTo("NOT_ENTITLED");
    }

    @Test
    void aNoticeThatTheCaseNeverSentIsUnknown() {
        assertThat(refusal(new Answer("noord", 999, "BUSINESS", "DONE"))).isEqualTo("NOTICE_UNKNOWN");
    }

    @Test
    void theSameAnswerTwiceIsADuplicate() {
        Answer done = new Answer("noord", firstDay.sequence(), "BUSINESS", "DONE");
        stage.answer(done);

        assertThat(stage.answer(done).outcome()).isEqualTo(new Outcome.Duplicate());
    }

    @Test
    void aQuestionGivesFiveMoreDaysAndReachesWhoCausedTheStep() {
        NoticeDraft decide =
                stage.play("2026-03-03 noord coaching.applied A1").notices().getFirst();
        LocalDate due = stage.step("DECIDE-COACHING").due().orElseThrow();
        Decision decision = stage.answer(new Answer("gemeente", decide.sequence(), "BUSINESS", "NEEDS_INFO")
                .with("remark", Fields.of("text", "which hours?").with("authorRole", "COMMISSIONER")));

        assertThat(due).isEqualTo("2026-03-17");
        assertThat(stage.step("DECIDE-COACHING").due()).contains(LocalDate.parse("2026-03-23"));
        NoticeDraft card = decision.notices().getFirst();
        assertThat(card.recipient()).hasToString("noord/kim");
        assertThat(card.view()).isEqualTo("answer-card");
        assertThat(card.source()).isEqualTo("event/notice.answered");
        assertThat(card.data().names()).contains("outcome", "remark").doesNotContain("noticeSequence");
    }

    @Test
    void aRegisterIsToldNothingOfAnAnswer() {
        Decision decision = stage.answer(new Answer("noord", firstDay.sequence(), "BUSINESS", "NEEDS_INFO"));

        assertThat(decision.outcome()).isInstanceOf(Outcome.Routed.class);
        assertThat(decision.notices()).isEmpty();
    }

    @Test
    void theReasonOfADeclinedReferralReachesWhoAsked() {
        NoticeDraft decide = stage.play("2026-03-03 gemeente referral.requested V1 kind=JOB_COACHING")
                .notices()
                .getFirst();
        Decision decision = stage.answer(
                new Answer("noord", decide.sequence(), "BUSINESS", "DECLINED").with("reason", Code.own("NO_CAPACITY")));

        NoticeDraft told = Stage.notice(decision, "referral-decision");
        assertThat(told.role().name()).isEqualTo("REFERRER");
        assertThat(told.event().type().shortName()).isEqualTo("referral.decided");
        assertThat(told.event().by()).isEqualTo("COACH_ORGANISATION");
        assertThat(told.data().code("decision")).contains("DECLINED");
        assertThat(told.data().code("reason")).contains("NO_CAPACITY");
    }

    @Test
    void anAnswerThatTellsNotWhichNoticeCannotBeDecided() {
        assertThatThrownBy(() -> stage.play("2026-03-03 noord notice.answered N1 level=BUSINESS outcome=DONE"))
                .isInstanceOf(UndecidableException.class);
    }

    private String refusal(Answer answer) {
        Case before = stage.now();
        Decision decision = stage.answer(answer);
        assertThat(stage.now()).isSameAs(before);
        return decision.outcome() instanceof Outcome.Refused refused ? refused.reason() : "not refused";
    }

    private static List<Integer> delivered(Case after) {
        return after.sent().values().stream()
                .flatMap(List::stream)
                .filter(SentNotice::delivered)
                .map(SentNotice::sequence)
                .toList();
    }
}
