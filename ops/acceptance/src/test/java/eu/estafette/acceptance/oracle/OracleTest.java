package eu.estafette.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.acceptance.oracle.Call.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle on histories that are good, and on others that are each wrong in one way. */
class OracleTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final History history = new History();

    OracleTest() {
        for (int place = 0; place < 3; place++) {
            history.plan(new Planned("e" + place, "case", place, cause(place), Set.of("coaches")));
            history.accepted("e" + place, NOON);
        }
    }

    @Test
    void aHistoryInWhichAllComesOnceAndInOrderIsClean() {
        arrives("n0", 0, 1);
        arrives("n1", 1, 2);
        arrives("n2", 2, 3);

        Verdict verdict = Oracle.judge(history);

        assertThat(verdict.isClean()).as("%s", verdict.faults()).isTrue();
        assertThat(verdict.accepted()).isEqualTo(3);
        assertThat(verdict.delivered()).isEqualTo(3);
    }

    @Test
    void whatWasAcceptedAndNeverCameIsLost() {
        arrives("n0", 0, 1);
        arrives("n2", 2, 3);
        call("n1", 1, 2, "same", Answer.REFUSED);

        Verdict verdict = Oracle.judge(history);

        assertThat(verdict.isClean()).isFalse();
        assertThat(verdict.lost()).singleElement().asString().contains("e1").contains("coaches");
        assertThat(Oracle.missing(history)).isEqualTo(verdict.lost());
    }

    @Test
    void whatWaitsWithAllThatIsLaterIsNotOvertaken() {
        arrives("n0", 0, 1);

        assertThat(Oracle.judge(history).overtaken()).isEmpty();
    }

    @Test
    void whatWaitsWhileLaterOnesComeIsOvertaken() {
        arrives("n0", 0, 1);
        arrives("n2", 2, 3);

        assertThat(Oracle.judge(history).overtaken()).singleElement().asString().contains("e1");
    }

    @Test
    void oneOfTwoReceiversThatHearsNothingIsALoss() {
        history.plan(new Planned("both", "other", 0, cause(9), Set.of("coaches", "city")));
        history.accepted("both", NOON);
        arrives("n9", 9, 1);

        assertThat(Oracle.judge(history).lost()).anyMatch(lost -> lost.contains("both") && lost.contains("city"));
    }

    @Test
    void whatWasNotAcceptedCannotBeLost() {
        history.plan(new Planned("unsure", "case", 3, cause(3), Set.of("coaches")));
        arrives("n0", 0, 1);
        arrives("n1", 1, 2);
        arrives("n2", 2, 3);

        assertThat(Oracle.judge(history).lost()).isEmpty();
    }

    @Test
    void anEarlierEventThatComesLaterIsOutOfOrder() {
        arrives("n0", 0, 1);
        arrives("n2", 2, 2);
        arrives("n1", 1, 3);

        assertThat(Oracle.judge(history).orderViolations())
                .singleElement()
                .asString()
                .contains("e1");
    }

    @Test
    void anEarlierNoticeThatIsRepeatedAfterALaterOneIsOutOfOrder() {
        history.fault(NOON, NOON.plusSeconds(10));
        arrives("n0", 0, 1);
        arrives("n1", 1, 2);
        arrives("n0", 0, 3);
        arrives("n2", 2, 4);

        assertThat(Oracle.judge(history).orderViolations()).hasSize(1);
    }

    @Test
    void aCallThatHungWithItsProcessMayEndWhenThatWakesIfItWasMadeAgain() {
        history.hang(NOON, NOON.plusSeconds(10));
        arrives("n0", 0, 1);
        arrives("n1", 1, 2);
        arrives("n0", 0, 11);

        assertThat(Oracle.judge(history).orderViolations()).isEmpty();
        assertThat(Oracle.judge(history).duplicates().callInDoubt()).isEqualTo(1);
    }

    @Test
    void aProcessThatWakesMayTellNothingNewOutOfOrder() {
        history.hang(NOON, NOON.plusSeconds(10));
        arrives("n1", 1, 2);
        arrives("n0", 0, 11);

        assertThat(Oracle.judge(history).orderViolations()).hasSize(1);
    }

    @Test
    void aNoticeWithTwoContentsIsSeen() {
        arrives("n0", 0, 1);
        call("n0", 0, 2, "other", Answer.KEPT);

        assertThat(Oracle.judge(history).twoContents()).containsExactly("n0");
    }

    @Test
    void oneEventInTwoNoticesIsSeen() {
        arrives("n0", 0, 1);
        arrives("n0-again", 0, 2);

        assertThat(Oracle.judge(history).twice()).singleElement().asString().contains("n0", "n0-again");
    }

    @Test
    void aNoticeAboutNothingThatWasAcceptedIsSeen() {
        history.plan(new Planned("bad", "case", 7, cause(7), Set.of()));
        history.refused("bad", 422);
        arrives("n7", 7, 1);
        arrives("n8", 8, 2);

        assertThat(Oracle.judge(history).uninvited()).hasSize(2);
    }

    @Test
    void duplicatesAreCountedByWhatMadeThemNecessary() {
        arrives("n0", 0, 1);
        history.fault(NOON.plusSeconds(2), NOON.plusSeconds(5));
        arrives("n0", 0, 6);
        call("n1", 1, 200, "same", Answer.KEPT_UNHEARD);
        arrives("n1", 1, 201);
        arrives("n2", 2, 300);
        arrives("n2", 2, 301);

        Verdict.Duplicates duplicates = Oracle.judge(history).duplicates();

        assertThat(duplicates.callInDoubt()).isEqualTo(1);
        assertThat(duplicates.answerLost()).isEqualTo(1);
        assertThat(duplicates.otherwise()).singleElement().asString().contains("n2");
    }

    @Test
    void oneFaultPutsNoTwoCallsOfACaseInDoubt() {
        arrives("n0", 0, 1);
        arrives("n1", 1, 2);
        history.fault(NOON.plusSeconds(3), NOON.plusSeconds(5));
        arrives("n0", 0, 6);
        arrives("n1", 1, 7);

        Verdict.Duplicates duplicates = Oracle.judge(history).duplicates();

        assertThat(duplicates.callInDoubt()).isEqualTo(1);
        assertThat(duplicates.otherwise()).hasSize(1);
    }

    @Test
    void theReportHasOneLinePerFault(@TempDir Path folder) throws Exception {
        var report = new GuaranteeReport(folder.resolve("new").resolve("report.json"));
        arrives("n0", 0, 1);

        report.run("kill", Oracle.judge(new History()), Map.of());
        report.run("kill", Oracle.judge(history), Map.of("kills", 2));
        report.oracle("dedup off", true, "one event, two notices");
        report.measured("a kill", Map.of("longestStallMillis", 9_000));

        JsonNode written = new ObjectMapper()
                .readTree(folder.resolve("new").resolve("report.json").toFile());
        assertThat(written.path("runs")).hasSize(1);
        assertThat(written.path("runs").path(0))
                .hasToString("{\"fault\":\"kill\",\"accepted\":3,\"delivered\":1,\"lost\":2,\"orderViolations\":0,"
                        + "\"twoContents\":0,\"twice\":0,"
                        + "\"duplicates\":{\"callInDoubt\":0,\"answerLost\":0,\"otherwise\":0},\"kills\":2}");
        assertThat(written.path("oracle").path(0).path("detected").asBoolean()).isTrue();
        assertThat(written.path("measured").path(0)).hasToString("{\"what\":\"a kill\",\"longestStallMillis\":9000}");
    }

    private static Cause cause(int place) {
        return new Cause("coaching.reported", "key", place);
    }

    private void arrives(String noticeId, int place, int second) {
        call(noticeId, place, second, "same", Answer.KEPT);
    }

    private void call(String noticeId, int place, int second, String content, Answer answer) {
        history.called(new Call(
                NOON.plusSeconds(second), "coaches", noticeId, cause(place), "COACH", content + noticeId, answer));
    }
}
