package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person gets another number (domain sections 2 and 12). */
class RenumberingTest {

    private static final String CAST =
            "ruleset flanders REFERRER=vdab EMPLOYMENT_SERVICE=vdab COACH=buddies/ria known=winkel";
    private static final String RENUMBERED = "2026-03-03 vdab person.renumbered N1 old=A new=B @digest=same";
    private static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");

    @Test
    void whoHoldsTheNumberHearsOfTheNewOne() {
        Stage stage = Stage.of("ruleset flanders REFERRER=inslag EMPLOYMENT_SERVICE=vdab WELFARE=ocmw COUNSELLOR=inslag"
                + " COACH_ORGANISATION=brugwerk COACH=buddies/ria known=winkel");
        stage.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02");
        Fields numbers = Fields.of("old", Fields.of("scheme", "INSZ").with("number", "00-OLD"))
                .with("new", Fields.of("scheme", "INSZ").with("number", "00-NEW"));
        Decision decision = stage.play("2026-03-03 vdab person.renumbered N1", numbers);

        assertThat(decision.notices())
                .extracting(notice -> notice.role() + " " + notice.view())
                .as("the sender knows, and the others get names only")
                .containsExactlyInAnyOrder(
                        "WELFARE identity-change", "COACH_ORGANISATION identity-change", "EMPLOYER identity-change");
        assertThat(decision.notices().getFirst().data().nested("new")).isPresent();
        assertThat(stage.now().holder(Role.EMPLOYMENT_SERVICE)).isPresent();
    }

    @Test
    void theOlderCaseStaysAndTakesOverWhatTheOtherKnows() {
        Stage older = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/ria");
        older.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02 plannedEnd=08-31");
        older.play("2026-03-03 buddies signal.raised G1 kind=CONFLICT");
        Stage newer = Stage.of("ruleset flanders REFERRER=inslag COACH=buddies/ria WELFARE=ocmw");
        newer.play("2026-03-02 buddies employment.started E2 employer=bakker startDate=03-04");
        newer.play("2026-03-05 buddies coaching.started K1 startDate=03-05");
        Case one = older.now();
        Case other = opened(newer.now(), "C1", "2026-02-01T00:00:00Z");

        Merging merging = new Merging(Catalogue.shipped());
        Merging.Merged merged = merging.merge(one, other);
        Case kept = merged.kept();

        assertThat(merged).isEqualTo(merging.merge(other, one));
        assertThat(kept.id()).isEqualTo(one.id());
        assertThat(merged.gone()).isEqualTo(other.id());
        assertThat(kept.holder(Role.REFERRER).orElseThrow().holder().party().value())
                .as("it had a referrer")
                .isEqualTo("vdab");
        assertThat(kept.holder(Role.WELFARE)).as("it had nobody for this").isPresent();
        assertThat(kept.coaching()).isEqualTo(Coaching.RUNNING);
        assertThat(kept.objects().keySet()).extracting(ObjectKey::key).contains("E1", "E2", "G1", "K1");
        assertThat(kept.steps())
                .extracting(step -> step.code() + " " + step.object().key())
                .contains("FIRST-WEEK E1", "FIRST-WEEK E2", "REVIEW-BENEFIT E2");
    }

    @Test
    void answersToTheNoticesOfBothFindTheirSteps() {
        Stage older = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/ria");
        older.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02");
        Stage newer = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/ria");
        newer.play("2026-03-02 buddies employment.started E2 employer=bakker startDate=03-04");
        int notice = newer.step("FIRST-WEEK").notice().orElseThrow();

        Merging.Merged merged =
                new Merging(Catalogue.shipped()).merge(older.now(), opened(newer.now(), "C1", "2026-02-01T00:00:00Z"));

        assertThat(merged.kept().steps())
                .filteredOn(step -> step.notice().equals(Optional.of(notice + merged.noticesFrom())))
                .singleElement()
                .satisfies(step -> assertThat(step.object().key()).isEqualTo("E2"));
        assertThat(merged.kept().sent().values().stream().flatMap(List::stream).map(SentNotice::sequence))
                .doesNotHaveDuplicates();
        assertThat(merged.kept().steps()).extracting(OpenStep::event).doesNotHaveDuplicates();
    }

    @Test
    void aStepThatBothHaveOpenStandsOnce() {
        Stage older = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/ria");
        older.play("2026-03-02 vdab role.assigned R1 role=COACH party=buddies person=ria from=03-02");
        Stage newer = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/jan");
        newer.play("2026-03-02 vdab role.assigned R2 role=COACH party=buddies person=jan from=03-02");

        Merging.Merged merged =
                new Merging(Catalogue.shipped()).merge(older.now(), opened(newer.now(), "C1", "2026-02-01T00:00:00Z"));

        assertThat(merged.kept().steps()).extracting(OpenStep::code).containsExactly("FIRST-CONTACT");
        assertThat(merged.dropped()).extracting(OpenStep::code).containsExactly("FIRST-CONTACT");
    }

    @Test
    void aCaseMovesToTheNewNumberOnce() {
        Stage stage = Stage.of(CAST);

        assertThat(moved(stage, RENUMBERED)).contains(number("B"));
        assertThat(moved(stage, "2026-03-04 vdab person.renumbered N2 old=A new=B"))
                .as("somebody else says the same")
                .isEmpty();
        assertThat(moved(stage, "2026-03-04 vdab person.moved M1 crosses=ADDRESS from=03-04"))
                .isEmpty();
    }

    @Test
    void aChainOfNumbersIsFollowedAndAnEarlierLinkChangesNothing() {
        Stage stage = Stage.of(CAST);
        moved(stage, RENUMBERED);

        assertThat(moved(stage, "2026-03-04 vdab person.renumbered N2 old=B new=C"))
                .contains(number("C"));
        assertThat(moved(stage, RENUMBERED)).as("a duplicate").isEmpty();
        assertThat(moved(stage, "2026-03-05 vdab person.renumbered N1 v2 CORRECTION old=A new=D"))
                .isEmpty();
    }

    @Test
    void aCorrectionMovesTheCaseToTheRightNumber() {
        Stage stage = Stage.of(CAST);
        moved(stage, RENUMBERED);

        assertThat(moved(stage, "2026-03-05 vdab person.renumbered N1 v2 CORRECTION old=A new=D"))
                .contains(number("D"));
    }

    @Test
    void aWithdrawalMovesTheCaseBack() {
        Stage stage = Stage.of(CAST);
        moved(stage, RENUMBERED);
        moved(stage, "2026-03-04 vdab person.renumbered N2 old=B new=C");

        assertThat(moved(stage, "2026-03-05 vdab person.renumbered N2 v2 WITHDRAWAL"))
                .contains(number("B"));
        assertThat(moved(stage, "2026-03-05 vdab person.renumbered N1 v2 WITHDRAWAL"))
                .contains(number("A"));
    }

    @Test
    void aNumberThatOnlyEndedMovesNothing() {
        Stage stage = Stage.of(CAST);

        assertThat(moved(stage, "2026-03-03 vdab person.renumbered N1 old=A")).isEmpty();
    }

    @Test
    void whatWaitedInOneCaseIsLetGoByTheOther() {
        // Given: an ending of an employment that only the other case knows
        Stage here = Stage.of(CAST);
        here.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02");
        Stage elsewhere = Stage.of(CAST);
        elsewhere.play("2026-03-03 buddies employment.ended E1 actualEnd=03-03");
        assertThat(elsewhere.now().waiting().events()).hasSize(1);

        // When
        Joining.Joined joined = joining(here).join(Optional.of(here.now()), opened(elsewhere.now()), NOW);

        // Then
        assertThat(joined.decision().released())
                .extracting(CaseEvent::businessKey)
                .containsExactly("E1");
        assertThat(joined.file().waiting().events()).isEmpty();
    }

    @Test
    void aStepThatBothAskedForIsAskedBackOnce() {
        // Given: neither notice was delivered yet
        Stage here = Stage.of(CAST);
        here.play("2026-03-02 vdab role.assigned R1 role=COACH party=buddies person=ria from=03-02");
        Stage elsewhere = Stage.of(CAST);
        elsewhere.play("2026-03-02 vdab role.assigned R2 role=COACH party=buddies person=jan from=03-02");
        int asked = elsewhere.step("FIRST-CONTACT").notice().orElseThrow();

        // When
        Joining.Joined joined = joining(here).join(Optional.of(here.now()), opened(elsewhere.now()), NOW);

        // Then
        int from = joined.gone().orElseThrow().noticesFrom();
        assertThat(joined.decision().recalls())
                .extracting(recall -> recall.sequence() - from)
                .containsExactly(asked);
        assertThat(joined.file().id()).isEqualTo(here.now().id());
    }

    @Test
    void aCaseThatFindsNoOtherGoesOnAsItIs() {
        Stage stage = Stage.of(CAST);
        stage.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02");

        Joining.Joined joined = joining(stage).join(Optional.empty(), stage.now(), NOW);

        assertThat(joined.file()).isSameAs(stage.now());
        assertThat(joined.gone()).isEmpty();
    }

    private static Optional<Fields> moved(Stage stage, String line) {
        Case before = stage.now();
        stage.play(line);
        return Renumbering.moves(Optional.of(before), Optional.of(stage.now()));
    }

    private static Fields number(String number) {
        return Fields.of("scheme", "INSZ").with("number", number);
    }

    private static Joining joining(Stage stage) {
        return stage.joining();
    }

    private static Case opened(Case file) {
        return opened(file, "C1", "2026-02-01T00:00:00Z");
    }

    private static Case opened(Case file, String id, String at) {
        return new Case(
                new CaseId(id),
                1,
                file.ruleset(),
                Instant.parse(at),
                file.resting(),
                file.coaching(),
                file.roles(),
                file.steps(),
                file.notices(),
                file.events(),
                file.objects(),
                file.sent(),
                file.timers(),
                file.waiting(),
                file.consents(),
                file.ground());
    }
}
