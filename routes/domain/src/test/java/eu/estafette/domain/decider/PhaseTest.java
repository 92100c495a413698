package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.story.Stage;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of phases (domain section 2): event by phase before; · is unchanged, HELD where there is no case. */
class PhaseTest {

    private static final String PARTIES =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab COACH=buddies/ria TRAINING=school";
    private static final String EMPLOYED = "2026-01-05 buddies employment.started E1 employer=winkel startDate=01-05";
    private static final Map<String, String> BEFORE = Map.of(
            "ORIENTATION",
            "2026-01-05 buddies appointment.changed A0 method=CANCEL start=01-06T10:00",
            "TRAINING",
            "2026-01-05 school training.progressed T1 status=ENROLLED",
            "JOB_SEARCH",
            "2026-01-05 buddies coaching.started K0 startDate=01-05",
            "PLACEMENT",
            "2026-01-05 vdab placement.started P1 kind=IBO host=winkel startDate=01-05",
            "EMPLOYED",
            EMPLOYED,
            "AFTERCARE",
            EMPLOYED + "\n2026-01-06 buddies coaching.ended K1 endDate=01-06",
            "DORMANT",
            "2026-01-05 buddies appointment.changed A0 method=CANCEL start=01-06T10:00");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    vdab referral.requested V1 kind=JOB_COACHING                            | ORIENTATION | · | · | · | · | · | · | ORIENTATION
                    buddies coaching.started K1 startDate=02-02                             | HELD | JOB_SEARCH | · | · | · | · | EMPLOYED | JOB_SEARCH
                    school training.progressed T2 status=ENROLLED                           | HELD | TRAINING | · | TRAINING | · | · | · | TRAINING
                    school training.progressed T1 v2 status=COMPLETED                       | HELD | JOB_SEARCH | JOB_SEARCH | · | · | · | · | JOB_SEARCH
                    vdab placement.started P2 kind=IBO host=winkel startDate=02-02          | HELD | PLACEMENT | PLACEMENT | PLACEMENT | · | · | · | PLACEMENT
                    vdab placement.ended P1 actualEnd=02-02 outcome=COMPLETED               | HELD | · | · | · | JOB_SEARCH | · | · | ·
                    buddies employment.started E2 employer=winkel startDate=02-02           | HELD | EMPLOYED | EMPLOYED | EMPLOYED | EMPLOYED | · | · | EMPLOYED
                    buddies employment.ended E1 actualEnd=02-02                             | HELD | · | · | · | · | JOB_SEARCH | JOB_SEARCH | ·
                    buddies coaching.ended K1 endDate=02-02                                 | HELD | · | · | · | · | AFTERCARE | · | ·
                    """)
    void anEventLeadsFromOnePhaseToAnother(
            String event,
            String none,
            String orientation,
            String training,
            String jobSearch,
            String placement,
            String employed,
            String aftercare,
            String dormant) {
        leads("ORIENTATION", event, orientation);
        leads("TRAINING", event, training);
        leads("JOB_SEARCH", event, jobSearch);
        leads("PLACEMENT", event, placement);
        leads("EMPLOYED", event, employed);
        leads("AFTERCARE", event, aftercare);
        leads("DORMANT", event, dormant);
        Stage unknown = Stage.withoutCase(PARTIES);
        unknown.play("2027-02-01 " + event);
        assertThat(unknown.hasCase()).isEqualTo(none.equals("ORIENTATION"));
    }

    private static void leads(String before, String event, String after) {
        Stage stage = Stage.of(PARTIES);
        stage.play(BEFORE.getOrDefault(before, ""));
        if (before.equals("DORMANT")) {
            stage.passTo("2027-01-06");
        }
        assertThat(stage.now().phase().name()).isEqualTo(before);
        stage.play("2027-02-01 " + event);
        assertThat(stage.now().phase().name())
                .as("%s in %s", event, before)
                .isEqualTo(after.equals("·") ? before : after);
    }

    @ParameterizedTest
    @CsvSource({
        "ORIENTATION, DORMANT",
        "TRAINING, TRAINING",
        "JOB_SEARCH, DORMANT",
        "PLACEMENT, PLACEMENT",
        "EMPLOYED, EMPLOYED",
        "AFTERCARE, AFTERCARE"
    })
    void aCaseGoesToRestAYearAfterTheLastWordWhileNothingIsOpen(String before, String after) {
        Stage stage = Stage.of(PARTIES);
        stage.play(BEFORE.getOrDefault(before, ""));

        stage.passTo("2027-01-04");
        assertThat(stage.now().phase().name()).isEqualTo(before);

        stage.passTo("2027-01-06");
        assertThat(stage.now().phase().name()).isEqualTo(after);
    }
}
