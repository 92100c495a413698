package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusCommandTest extends HubTest {

    private static final String WELL = """
            {"now":"2026-03-02T08:15:00.5Z",
             "readModel":{"state":"FOLLOWING","behind":{"estafette.journal":0,"estafette.notices":0},"skipped":0},
             "events":{"day":"2026-03-02","accepted":{"HELD":1,"ROUTED":11},"refusedAtDoor":2,"held":1,"invalid":0},
             "notices":{"waiting":3,"oldestWaiting":"2026-03-02T08:10:00Z","dead":0},
             "steps":{"open":4,"overdue":0,"unowned":0},"lanes":{"parties":19,"troubled":0},"attention":[]}
            """.strip();

    private static final String ILL = WELL.replace(
            "\"attention\":[]",
            "\"attention\":[{\"code\":\"STEP_UNOWNED\",\"count\":2,\"text\":\"Steps without an owner.\"}]");

    @Test
    void aHubThatIsWellIsShownOnOnePage() {
        // Given
        hub.answers(WELL);

        // When
        Typed status = type("status");

        // Then
        assertThat(status.out())
                .containsExactly(
                        "Estafette at " + hub.url() + ", 2026-03-02 09:15:00 Europe/Brussels",
                        "",
                        "Events accepted today             12  1 held, 11 routed",
                        "Events refused at the door today   2",
                        "Events held                        1",
                        "Events that could not be decided   0",
                        "Notices waiting                    3  the oldest since 2026-03-02 09:10:00",
                        "Notices refused for good           0",
                        "Steps open                         4  0 overdue, 0 without an owner",
                        "Parties                           19  0 that cannot be reached",
                        "The read model is up to date.",
                        "",
                        "Nothing needs attention.");
        assertThat(status.err()).isEmpty();
        assertThat(status.exit()).isZero();
        assertThat(hub.asked()).containsExactly("/api/ops/status");
    }

    @Test
    void whatNeedsAttentionIsToldAtTheEndAndByTheExitCode() {
        // Given
        hub.answers(ILL);

        // When
        Typed status = type("status");

        // Then
        assertThat(status.out()).endsWith("Needs attention:", "  2 x Steps without an owner.");
        assertThat(status.exit()).isEqualTo(1);
    }

    @Test
    void jsonIsTheHubsAnswerUnchanged() {
        // Given
        hub.answers(ILL);

        // When
        Typed status = type("status", "--json");

        // Then
        assertThat(String.join("\n", status.out())).isEqualTo(ILL);
        assertThat(status.exit()).isEqualTo(1);
    }

    @Test
    void figuresOfAReadModelThatDoesNotFollowAreCalledOld() {
        // Given
        hub.answers(
                WELL.replace("\"state\":\"FOLLOWING\"", "\"state\":\"TROUBLED\",\"trouble\":\"PostgreSQL is away.\""));

        // When, Then
        assertThat(type("status").out())
                .contains("The read model does not follow, so these figures are old: PostgreSQL is away.");
    }

    @Test
    void aReadModelThatIsBehindSaysByHowMuch() {
        // Given
        hub.answers(WELL.replace("\"estafette.notices\":0", "\"estafette.notices\":7"));

        // When, Then
        assertThat(type("status").out()).contains("The read model follows, 7 records behind.");
    }
}
