package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
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
