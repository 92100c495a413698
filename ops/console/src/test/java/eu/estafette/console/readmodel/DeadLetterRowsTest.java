package eu.estafette.console.readmodel;

import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.inform;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterRowsTest {

    private static final JournalNotice DEAD = inform("N1", "gemeente", "REFERRER", "referral-fact");
    private static final JournalNotice NEXT = inform("N2", "gemeente", "REFERRER", "referral-fact");

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
    void aDeadNoticeAndOneBehindIt() {
        model.clear();
        model.journaled(
                decided("E1", 1, "suwinet", "C1").setNotices(List.of(DEAD, NEXT)),
                dies(),
                called("PARKED", NEXT, "C1").setAttempt(null));
    }

    @Test
    void aDeadNoticeHasItsCauseAndWhatIsBehindItIsParked() {
        assertThat(delivery("N1"))
                .containsEntry("state", "DEAD")
                .containsEntry("cause", "field \"…\" of # is missing")
                .containsEntry("event_type", "referral.requested")
                .containsEntry("lane_case", "C1");
        assertThat(delivery("N2")).containsEntry("state", "PARKED").containsEntry("cause", null);
    }

    @Test
    void whatIsReplayedWaitsAgainAndKeepsWhatItDiedOf() {
        // When
        model.journaled(replayed(DEAD), replayed(NEXT));

        // Then
        assertThat(delivery("N1"))
                .containsEntry("state", "WAITING")
                .containsEntry("cause", "field \"…\" of # is missing")
                .containsEntry("attempts", 3);
        assertThat(delivery("N2")).containsEntry("state", "WAITING");
    }

    @Test
    void allInOneBatchComesToTheSameAsOneAfterTheOther() {
        // Given
        model.clear();

        // When
        model.journaled(
                decided("E1", 1, "suwinet", "C1").setNotices(List.of(DEAD)),
                dies(),
                replayed(DEAD),
                called("DEAD", DEAD, "C1").setReason("GONE").setDetail("410"),
                called("DISCARDED", DEAD, "C1").setCommand("c-2").setReason("told by phone"));

        // Then: the last death counts, and why it was given up is no failure of the party
        assertThat(delivery("N1"))
                .containsEntry("state", "DISCARDED")
                .containsEntry("cause", "#")
                .containsEntry("reason", "GONE");
    }

    @Test
    void aReplayedNoticeOfWhichNothingElseIsKnownWaits() {
        // Given
        model.clear();

        // When
        model.journaled(replayed(DEAD));

        // Then
        assertThat(delivery("N1")).containsEntry("state", "WAITING");
    }

    @Test
    void theJournalKnowsWhichCommandItFollows() {
        // When
        model.journaled(replayed(DEAD));

        // Then
        assertThat(model.jdbc()
                        .queryForList(
                                "select kind || ' ' || notice_id from estafette.journal where command = 'c-1'",
                                String.class))
                .containsExactly("REPLAYED N1");
    }

    private static JournalEntry.Builder dies() {
        return called("DEAD", DEAD, "C1")
                .setAttempt(3)
                .setStatus(422)
                .setReason("REFUSED")
                .setDetail("field 'start' of N1-ABC123 is missing");
    }

    private static JournalEntry.Builder replayed(JournalNotice notice) {
        return called("REPLAYED", notice, "C1").setAttempt(null).setCommand("c-1");
    }

    private static Map<String, Object> delivery(String noticeId) {
        return model.jdbc().queryForMap("select * from estafette.delivery where notice_id = ?", noticeId);
    }
}
