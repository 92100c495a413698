package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registers that a table names hear from when a person has a live case, and from when no longer. */
class SubscriptionsTest {

    private static final String CAST = "ruleset flanders REFERRER=vdab COACH=buddies/ria COACH_ORGANISATION=buddies";
    private static final String OPENER = "2026-03-02 vdab referral.requested V1 kind=JOB_COACHING";

    private final Stage stage = Stage.withRegisters(CAST, "magda", "dimona");

    @Test
    void aCaseThatOpensSubscribesEachRegisterOnce() {
        // When
        Decision opened = stage.play(OPENER);
        Decision next = stage.play("2026-03-03 vdab employment.started E1 employer=slakwekerij startDate=03-09");

        // Then
        assertThat(subscriptions(opened))
                .extracting(notice -> notice.recipient().party().value())
                .containsExactly("magda", "dimona");
        NoticeDraft first = subscriptions(opened).getFirst();
        assertThat(first.view()).isEqualTo("register-subscription");
        assertThat(first.data()).isEqualTo(Fields.of("subscription", "START").with("from", LocalDate.of(2026, 3, 2)));
        assertThat(first.event().businessKey()).as("nothing of what was told").doesNotContain("V1");
        assertThat(subscriptions(next)).isEmpty();
    }

    @Test
    void aCaseThatComesToRestEndsThemAndOneThatGoesOnBeginsThemAnew() {
        // Given
        stage.play("2026-03-02 vdab role.assigned R1 role=COACH party=buddies person=ria from=03-02");
        List.copyOf(stage.now().steps())
                .forEach(
                        step -> stage.play("2026-03-03 " + step.holder().party() + " answer " + step.code() + " DONE"));

        // When
        List<Decision> passed = stage.passTo("2027-03-10");
        Decision rest = passed.stream()
                .filter(decision -> !subscriptions(decision).isEmpty())
                .findFirst()
                .orElseThrow();
        Decision again = stage.play("2027-04-01 vdab referral.requested V2 kind=JOB_COACHING");

        // Then
        assertThat(rest.after().orElseThrow().phase()).isEqualTo(Phase.DORMANT);
        assertThat(subscriptions(rest))
                .hasSize(2)
                .allMatch(notice -> says(notice, "STOP") && notice.data().has("until"));
        assertThat(subscriptions(again)).hasSize(2).allMatch(notice -> says(notice, "START"));
    }

    @Test
    void takingBackWhatOpenedTheCaseTellsARegisterNothing() {
        // Given
        stage.play(OPENER);
        stage.deliver();

        // When
        Decision decision = stage.play("2026-03-04 vdab referral.requested V1 v2 WITHDRAWAL");

        // Then
        assertThat(decision.notices()).noneMatch(notice -> notice.role() == Role.REGISTER);
    }

    @Test
    void aTableWithoutRegistersSubscribesNobody() {
        assertThat(subscriptions(Stage.withoutCase(CAST).play(OPENER))).isEmpty();
    }

    private static List<NoticeDraft> subscriptions(Decision decision) {
        return decision.notices().stream()
                .filter(notice -> notice.role() == Role.REGISTER)
                .toList();
    }

    private static boolean says(NoticeDraft notice, String what) {
        return notice.data().text("subscription").filter(what::equals).isPresent();
    }
}
