package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.story.Answer;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice that was refused goes out again, with other content. */
class EditsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final Stage stage = Stage.of(
            "ruleset netherlands-municipality REFERRER+COMMISSIONER=gemeente WELFARE=gemeente/inkomen COACH_ORGANISATION=noord COACH=noord/kim");

    private NoticeDraft asked;
    private NoticeDraft told;

    @BeforeEach
    void somebodyStartsToWork() {
        Decision started = stage.play("2026-03-02 suwinet employment.started E1 employer=winkel startDate=03-02");
        asked = started.notices().stream()
                .filter(notice -> notice.step().map(OpenStep::code).equals(Optional.of("FIRST-DAY")))
                .findFirst()
                .orElseThrow();
        told = started.notices().stream()
                .filter(notice -> !notice.isAct())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNewNoticeGoesToTheSameReceiverInTheSameViewForTheSameStep() {
        // When
        Decision decision = decide(edit(asked, Fields.of("startDate", DAY.plusDays(7))));

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        assertThat(decision.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.sequence()).isGreaterThan(asked.sequence());
            assertThat(notice.replaces()).contains(asked.sequence());
            assertThat(notice.recipient()).isEqualTo(asked.recipient());
            assertThat(notice.role()).isEqualTo(asked.role());
            assertThat(notice.view()).isEqualTo(asked.view());
            assertThat(notice.source()).isEqualTo("view/" + asked.view());
            assertThat(notice.data()).isEqualTo(Fields.of("startDate", DAY.plusDays(7)));
            assertThat(notice.outcomes()).isEqualTo(asked.outcomes());
            assertThat(notice.event()).isEqualTo(asked.event());
        });
        assertThat(decision.recalls())
                .containsExactly(new Recall(asked.sequence(), asked.recipient().party()));
        assertThat(decision.steps()).extracting(StepChange::change).containsExactly(StepChange.Change.OPENED);
    }

    @Test
    void anAnswerToTheNewNoticeCountsForTheStep() {
        // Given
        int anew = decide(edit(asked, Fields.NONE)).notices().getFirst().sequence();

        // When
        Decision answered = stage.answer(new Answer("noord", anew, "BUSINESS", "DONE"));

        // Then
        assertThat(answered.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        assertThat(answered.steps()).extracting(StepChange::change).contains(StepChange.Change.CLOSED);
    }

    @Test
    void whatWasOnlyToldIsToldAnewWithoutAStep() {
        // When
        Decision decision = decide(edit(told, Fields.NONE));

        // Then
        assertThat(decision.notices()).singleElement().satisfies(notice -> assertThat(notice.isAct())
                .isFalse());
        assertThat(decision.steps()).isEmpty();
    }

    @Test
    void theSecondEditOfANoticeIsRefused() {
        // Given
        decide(edit(told, Fields.NONE));
        Case before = stage.now();

        // When
        Decision again = decide(edit(told, Fields.NONE));

        // Then
        assertThat(again.outcome()).isEqualTo(new Outcome.Refused("ALREADY_EDITED"));
        assertThat(again.notices()).isEmpty();
        assertThat(stage.now()).isEqualTo(before);
    }

    @Test
    void whatArrivedAfterAllIsNotSentAnew() {
        // Given
        stage.answer(new Answer("noord", asked.sequence(), "TRANSPORT", "ACCEPTED"));

        // When, Then
        assertThat(decide(edit(asked, Fields.NONE)).outcome()).isEqualTo(new Outcome.Refused("ALREADY_DELIVERED"));
    }

    @Test
    void whatWasWithdrawnMeanwhileIsNotSentAnew() {
        // Given
        stage.play("2026-03-03 suwinet employment.started E1 v2 WITHDRAWAL");

        // When, Then
        assertThat(decide(edit(told, Fields.NONE)).outcome()).isEqualTo(new Outcome.Refused("NOTICE_WITHDRAWN"));
    }

    @Test
    void noFieldGoesThatTheViewDoesNotHave() {
        // When
        Decision decision = decide(edit(told, Fields.of("diagnosis", "none of their business")));

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused("FIELD_NOT_IN_VIEW"));
        assertThat(decision.notices()).isEmpty();
    }

    @Test
    void aNoticeThatTheCaseDoesNotKnowIsRefused() {
        NoticeDraft unknown = new NoticeDraft(
                999,
                told.recipient(),
                told.role(),
                Optional.empty(),
                told.event(),
                told.view(),
                told.source(),
                told.data(),
                List.of(),
                Optional.empty());
        assertThat(decide(edit(unknown, Fields.NONE)).outcome()).isEqualTo(new Outcome.Refused("NOTICE_UNKNOWN"));
    }

    @Test
    void theOldOneIsAskedBackSoThatOnlyOneOfTheTwoArrives() {
        // When
        decide(edit(told, Fields.NONE));

        // Then
        assertThat(stage.now().sent().values().stream()
                        .flatMap(List::stream)
                        .filter(notice -> notice.sequence() == told.sequence()))
                .extracting(SentNotice::recalled)
                .containsExactly(Optional.of(RecallReason.EDITED));
    }

    private Decision decide(CaseEvent edit) {
        return stage.decide(edit, "2026-03-03");
    }

    private static CaseEvent edit(NoticeDraft old, Fields content) {
        return new CaseEvent(
                "edit-" + old.sequence(),
                "urn:estafette:hub:operator",
                EventType.NOTICE_EDITED,
                NOW,
                new Recipient(PartyId.HUB, Optional.of("ann")),
                Optional.empty(),
                Action.ORIGINAL,
                "N" + old.sequence() + "|EDIT",
                1,
                LocalDate.parse("2026-03-03"),
                false,
                "00",
                Optional.empty(),
                List.of(),
                Fields.of("noticeSequence", old.sequence())
                        .with("eventId", old.event().id())
                        .with("eventType", old.event().type().shortName())
                        .with("by", old.event().by())
                        .with("occurredOn", old.event().occurredOn())
                        .with("action", old.event().action().name())
                        .with("businessKey", old.event().businessKey())
                        .with("version", Integer.toString(old.event().version()))
                        .with("content", content));
    }
}
