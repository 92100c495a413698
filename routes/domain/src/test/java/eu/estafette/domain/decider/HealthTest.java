package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.Entitlement;
import eu.estafette.domain.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why somebody is ill concerns the benefit agency, by law, and nobody else. */
class HealthTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final String EVERYBODY = "ruleset %s REFERRER=vdab COUNSELLOR=begeleid COACH_ORGANISATION=steunpunt"
            + " COACH=steunpunt/mo:EXTERNAL UMBRELLA=koepel COMMISSIONER=gemeente EMPLOYMENT_SERVICE=uwv WELFARE=ocmw"
            + " TRAINING=school INTEGRATION=inburger COORDINATOR=stc SPECIALIST=schuldhulp known=winkel";

    /** All that is decided about an absence with a cause: told, told anew, told anew in other words, over, and never so. */
    private static List<NoticeDraft> toldUnder(String ruleset) {
        Stage stage = Stage.of(EVERYBODY.formatted(ruleset));
        stage.play("2026-03-02 winkel employment.started E1 employer=winkel startDate=03-02");
        stage.deliver();
        List<NoticeDraft> told = new ArrayList<>();
        for (String line : List.of(
                "2026-03-09 winkel absence.reported X1 kind=SICK firstDay=03-09 cause=AO-04",
                "2026-03-10 winkel absence.reported X1 v2 kind=SICK firstDay=03-09 contractEnds=true cause=AO-04",
                "2026-03-11 winkel absence.reported X1 v3 CORRECTION kind=SICK firstDay=03-08 cause=ZM-06",
                "2026-03-12 winkel absence.resumed X1 resumedOn=03-12 extent=PARTIAL",
                "2026-03-13 winkel absence.reported X1 v4 WITHDRAWAL",
                "2026-03-16 winkel absence.reported X2 kind=OTHER firstDay=03-16 cause=AO-07")) {
            Decision decision = stage.play(line);
            told.addAll(decision.notices());
            stage.deliver();
        }
        return told;
    }

    private static boolean showsHealth(View view) {
        return view.shown().values().stream().anyMatch(categories -> categories.contains(Category.HEALTH));
    }

    private static boolean showsHealth(NoticeDraft notice) {
        return showsHealth(CATALOGUE.views().named(notice.view()).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"netherlands-uwv", "netherlands-municipality"})
    void theBenefitAgencyHearsTheCauseAndNobodyElse(String ruleset) {
        // When
        List<NoticeDraft> told = toldUnder(ruleset);

        // Then
        assertThat(told).extracting(NoticeDraft::role).contains(Role.COACH, Role.EMPLOYMENT_SERVICE);
        assertThat(told.stream().filter(HealthTest::showsHealth))
                .isNotEmpty()
                .allMatch(notice -> notice.role() == Role.EMPLOYMENT_SERVICE
                        && notice.recipient().party().value().equals("uwv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flanders", "flanders-interface", "flanders-single-coach", "employer-hired", "francophone"})
    void whereNoLawSaysSoNobodyHearsIt(String ruleset) {
        assertThat(toldUnder(ruleset)).isNotEmpty().noneMatch(HealthTest::showsHealth);
    }

    @Test
    void noRoleMayEverHoldItButThatOneNotEvenWithConsent() {
        for (Role role : Role.values()) {
            for (Set<String> lineage : List.of(
                    Set.of("common"),
                    Set.of("common", "flanders"),
                    Set.of("common", "netherlands-uwv"),
                    Set.of("common", "netherlands-uwv", "netherlands-municipality"))) {
                boolean byLaw = role == Role.EMPLOYMENT_SERVICE && lineage.contains("netherlands-uwv");
                assertThat(CATALOGUE.views().entitlements().of(role, Category.HEALTH, lineage))
                        .as("%s under %s", role, lineage)
                        .isEqualTo(byLaw ? Entitlement.ALWAYS : Entitlement.NEVER);
            }
        }
    }

    @Test
    void oneViewShowsItAndItIsForThatRole() {
        Stream<View> views = Stream.of(EventType.values())
                .flatMap(event -> CATALOGUE.views().familyOf(event).stream())
                .filter(HealthTest::showsHealth)
                .distinct();
        assertThat(views).singleElement().satisfies(view -> {
            assertThat(view.name()).isEqualTo("absence-full");
            assertThat(view.roles()).containsExactly(Role.EMPLOYMENT_SERVICE);
        });
    }
}
