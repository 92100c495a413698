package eu.estafette.console.readmodel;

import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.head;
import static eu.estafette.console.fixture.Entries.holds;
import static eu.estafette.console.fixture.Entries.notice;
import static eu.estafette.console.fixture.Entries.step;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.fixture.Entries;
import eu.estafette.console.fixture.PlainAvro;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.JournalStep;
import eu.estafette.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a case was before its person got another number stands in another partition, and partitions are read in any order. */
class RenumberedRowsTest {

    private static final int OLD = 0;
    private static final int NEW = 1;

    private static FilledReadModel model;

    @BeforeAll
    static void open() {
        model = new FilledReadModel();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @BeforeEach
    void empty() {
        model.clear();
    }

    @Test
    void aForwardedEventIsUnderWayUntilItIsDecidedElsewhere() {
        // When
        journaled(OLD, forwarded("E1", 7));

        // Then
        assertThat(states()).containsExactly("E1 ACCEPTED");
        assertThat(model.jdbc().queryForObject("select next_offset from estafette.decided", Long.class))
                .as("its sender may ask for it")
                .isEqualTo(8);

        // When
        journaled(NEW, decided("E1", 7, "gemeente", "C1").setAt(Entries.NOW.plusSeconds(1)));

        // Then
        assertThat(states()).containsExactly("E1 ROUTED");
        assertThat(journalKinds()).containsExactly("DECIDED");
    }

    @Test
    void aDecisionThatIsReadBeforeItsForwardingStands() {
        // When
        journaled(NEW, decided("E1", 7, "gemeente", "C1").setAt(Entries.NOW.plusSeconds(1)));
        journaled(OLD, forwarded("E1", 7));

        // Then
        assertThat(states()).containsExactly("E1 ROUTED");
    }

    @Test
    void whatAnotherPartitionTellsOfAnEventSaysNothingAboutItsNeighbours() {
        // When: the old partition is not read yet
        journaled(NEW, decided("E1", 7, "gemeente", "C1"));

        // Then: the event before it is not taken for unknown
        assertThat(model.jdbc().queryForList("select next_offset from estafette.decided", Long.class))
                .isEmpty();
    }

    @Test
    void aStateThatIsReadLateDoesNotComeBack() {
        // Given: held and opened under the old number, decided and closed under the new one
        JournalEntry.Builder before =
                decided("E1", 7, "gemeente", "C1").setState("HELD").setSteps(List.of(change("OPENED", "N1")));
        JournalEntry.Builder after = decided("E1", 7, "gemeente", "C1")
                .setSteps(List.of(change("CLOSED", "N1")))
                .setAt(Entries.NOW.plusSeconds(60));

        // When
        journaled(NEW, after);
        journaled(OLD, before);

        // Then
        assertThat(states()).containsExactly("E1 ROUTED");
        assertThat(steps()).containsExactly("C1 DECIDE-REFERRAL CLOSED N1");
    }

    @Test
    void theRowsOfACaseThatIsPartOfAnotherAreTheOthersWhenEverTheyCome() {
        // Given
        JournalNotice early = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        JournalNotice late = act("N2", "coach-org", "COACH_ORGANISATION", "TALK");
        journaled(
                OLD,
                decided("E1", 1, "gemeente", "GONE")
                        .setNotices(List.of(early))
                        .setSteps(List.of(change("OPENED", "N1"))));
        model.sent(notice(early, "GONE", 1));

        // When: merged, and what was decided before that is read after it
        journaled(NEW, moved("KEPT").setTookOver("GONE"));
        journaled(
                OLD, decided("E2", 2, "gemeente", "GONE").setNotices(List.of(late)), called("DELIVERED", late, "GONE"));
        model.sent(notice(late, "GONE", 2));

        // Then
        for (String table : List.of("event", "notice", "delivery", "journal", "step", "case_ref")) {
            assertThat(model.jdbc().queryForList("select distinct case_id from estafette." + table, String.class))
                    .as(table)
                    .containsExactly("KEPT");
        }
        assertThat(model.jdbc().queryForList("select case_ref from estafette.case_ref order by 1", String.class))
                .containsExactly("E1-GONE", "E1-KEPT");
    }

    @Test
    void aStepThatBothCasesHadStandsOnceAsItIsOpen() {
        // Given
        journaled(OLD, decided("E1", 1, "gemeente", "GONE").setSteps(List.of(change("OPENED", "N1"))));
        journaled(
                NEW,
                decided("E2", 1, "gemeente", "KEPT").setSteps(List.of(change("OPENED", "N2"))),
                decided("E3", 2, "gemeente", "KEPT").setSteps(List.of(change("CLOSED", "N2"))));

        // When: the merge and what follows in one batch
        journaled(
                NEW,
                moved("KEPT").setTookOver("GONE"),
                decided("E4", 3, "gemeente", "KEPT")
                        .setAt(Entries.NOW.plusSeconds(90))
                        .setSteps(List.of(change("TAKEN", "N1"))));

        // Then
        assertThat(steps()).containsExactly("KEPT DECIDE-REFERRAL TAKEN N1");
    }

    @Test
    void aMergeOutlivesARestart() {
        // Given
        journaled(NEW, moved("KEPT").setTookOver("GONE"));
        journaled(NEW, moved("LAST").setTookOver("KEPT"));

        // When
        model.restart();
        journaled(OLD, decided("E1", 1, "gemeente", "GONE"));

        // Then
        assertThat(model.jdbc().queryForList("select case_id from estafette.event", String.class))
                .containsExactly("LAST");
    }

    @Test
    void ofTwoHeadsOfACaseThatMovesTheLaterOneIsTheLonger() {
        // When: the old head's removal is not read yet
        var old = head("C1", "NONE", holds("REFERRER", "gemeente"));
        var renewed = head("C1", "RUNNING", holds("REFERRER", "gemeente"));
        renewed.getHead().setEvents(3);
        model.stored("aa/head", old).stored("bb/head", renewed);

        // Then
        assertThat(model.jdbc()
                        .queryForList(
                                "select coaching from estafette.case_head where case_id = 'C1' order by events desc",
                                String.class))
                .containsExactly("RUNNING", "NONE");
    }

    private static void journaled(int partition, JournalEntry.Builder... entries) {
        model.write(Arrays.stream(entries)
                .map(entry -> model.record(Topics.JOURNAL, partition, "subject", PlainAvro.bytes(entry.build())))
                .toList());
    }

    private static JournalEntry.Builder forwarded(String eventId, long offset) {
        return decided(eventId, offset, "gemeente", "C1")
                .setKind("FORWARDED")
                .setState("ACCEPTED")
                .setCaseId(null)
                .setCaseRef(null);
    }

    private static JournalEntry.Builder moved(String caseId) {
        return JournalEntry.newBuilder()
                .setKind("MOVED")
                .setAt(Entries.NOW.plusSeconds(30))
                .setParty("hub")
                .setCaseId(caseId)
                .setCaseRef(Entries.caseRef(caseId));
    }

    private static JournalStep change(String change, String noticeId) {
        return step(change, "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", noticeId)
                .build();
    }

    private static List<String> states() {
        return model.jdbc().queryForList("select event_id || ' ' || state from estafette.event", String.class);
    }

    private static List<String> steps() {
        return model.jdbc()
                .queryForList(
                        "select concat_ws(' ', case_id, code, state, notice_id) from estafette.step", String.class);
    }

    private static List<String> journalKinds() {
        return model.jdbc().queryForList("select kind from estafette.journal", String.class);
    }
}
