package eu.estafette.console.readmodel;

import static eu.estafette.console.fixture.Entries.NOW;
import static eu.estafette.console.fixture.Entries.TODAY;
import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.event;
import static eu.estafette.console.fixture.Entries.head;
import static eu.estafette.console.fixture.Entries.hold;
import static eu.estafette.console.fixture.Entries.holds;
import static eu.estafette.console.fixture.Entries.inform;
import static eu.estafette.console.fixture.Entries.notice;
import static eu.estafette.console.fixture.Entries.object;
import static eu.estafette.console.fixture.Entries.step;
import static eu.estafette.console.fixture.Entries.undecidable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.console.fixture.PlainAvro;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadModelWriterTest {

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
    void aDecidedEventHasItsStateAndMovesThePosition() {
        // When
        model.journaled(decided("E1", 41, "gemeente", "C1"));

        // Then
        assertThat(model.jdbc().queryForMap("select event_id, party, state, case_ref from estafette.event"))
                .containsEntry("event_id", "E1")
                .containsEntry("party", "gemeente")
                .containsEntry("state", "ROUTED")
                .containsEntry("case_ref", "E1-C1");
        assertThat(decidedUpTo()).isEqualTo(42);
    }

    @Test
    void aHeldEventThatIsDecidedLaterKeepsOneRowAndDoesNotMoveThePositionBack() {
        // Given
        model.journaled(
                undecidable("E1", 7, "buddies")
                        .setState("HELD")
                        .setReason("NO_CASE")
                        .setUntil(NOW.plusSeconds(60)),
                decided("E2", 8, "gemeente", "C1"));

        // When
        model.journaled(decided("E1", 7, "buddies", "C1"));

        // Then
        assertThat(model.jdbc()
                        .queryForList("select event_id || ' ' || state from estafette.event order by 1", String.class))
                .containsExactly("E1 ROUTED", "E2 ROUTED");
        assertThat(decidedUpTo()).isEqualTo(9);
        assertThat(model.jdbc().queryForObject("select count(*) from estafette.journal", Long.class))
                .isEqualTo(3);
    }

    @Test
    void aNoticeWaitsFromItsDecisionUntilItIsDelivered() {
        // Given
        var notice = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        model.journaled(decided("E1", 1, "gemeente", "C1").setReason("LESS").setNotices(List.of(notice)));
        assertThat(deliveries()).containsExactly("N1 WAITING attempts=0 status=null reason=null");

        // When
        model.journaled(
                called("ATTEMPTED", notice, "C1").setAttempt(1).setStatus(503).setReason("SERVER_ERROR"),
                called("ATTEMPTED", notice, "C1").setAttempt(2).setStatus(503).setReason("SERVER_ERROR"));
        List<String> afterAttempts = deliveries();
        model.journaled(called("DELIVERED", notice, "C1").setAttempt(3).setStatus(200));

        // Then
        assertThat(afterAttempts).containsExactly("N1 WAITING attempts=2 status=503 reason=SERVER_ERROR");
        assertThat(deliveries()).containsExactly("N1 DELIVERED attempts=3 status=200 reason=SERVER_ERROR");
    }

    @Test
    void aNoticeThatIsRefusedForGoodIsDead() {
        // Given
        var notice = inform("N1", "vdab", "EMPLOYMENT_SERVICE", "employment-start-benefit");

        // When
        model.journaled(
                decided("E1", 1, "gemeente", "C1").setNotices(List.of(notice)),
                called("DEAD", notice, "C1").setAttempt(4).setStatus(422).setReason("REFUSED"));

        // Then
        assertThat(deliveries()).containsExactly("N1 DEAD attempts=4 status=422 reason=REFUSED");
    }

    @Test
    void everyNoticeIsInOneStateWhateverBecameOfIt() {
        // Given
        var notices = List.of(
                inform("N1", "vdab", "EMPLOYMENT_SERVICE", "referral-fact"),
                inform("N2", "vdab", "EMPLOYMENT_SERVICE", "referral-fact"),
                inform("N3", "vdab", "EMPLOYMENT_SERVICE", "referral-fact"),
                inform("N4", "vdab", "EMPLOYMENT_SERVICE", "referral-fact"),
                inform("N5", "vdab", "EMPLOYMENT_SERVICE", "referral-fact"));

        // When
        model.journaled(
                decided("E1", 1, "gemeente", "C1").setNotices(notices),
                decided("E2", 2, "gemeente", "C1").setRecalled(List.of("N2", "N3", "N4", "N5")),
                called("WITHDRAWN", notices.get(1), "C1").setAttempt(null),
                called("DELIVERED", notices.get(2), "C1").setReason("TOO_LATE"),
                called("DEAD", notices.get(3), "C1").setReason("REFUSED"));

        // Then
        assertThat(model.jdbc()
                        .queryForList(
                                "select notice_id || ' ' || state from estafette.delivery order by 1", String.class))
                .containsExactly("N1 WAITING", "N2 WITHDRAWN", "N3 DELIVERED", "N4 DEAD", "N5 WAITING");
        assertThat(model.jdbc()
                        .queryForList("select notice_id from estafette.withdrawn_notice order by 1", String.class))
                .as("what arrived is not hidden")
                .containsExactly("N2", "N4", "N5");
    }

    @Test
    void aNoticeForTheDeskHasNoLaneAndIsThereAtOnce() {
        // When
        model.journaled(decided("E1", 1, "gemeente", "C1")
                .setNotices(List.of(act("N1", "hub", "OPERATOR", "DECIDE-REFERRAL"))));

        // Then
        assertThat(deliveries()).containsExactly("N1 DELIVERED attempts=0 status=null reason=null");
    }

    @Test
    void aDeliveryThatIsReadBeforeItsDecisionStaysDelivered() {
        // Given
        var notice = inform("N1", "vdab", "EMPLOYMENT_SERVICE", "employment-start-benefit");
        model.journaled(called("DELIVERED", notice, "C1").setStatus(200));

        // When
        model.journaled(decided("E1", 1, "gemeente", "C1").setNotices(List.of(notice)));

        // Then
        assertThat(deliveries()).containsExactly("N1 DELIVERED attempts=1 status=200 reason=null");
    }

    @Test
    void aStepIsOpenedTakenAndClosedUnderOneIdentity() {
        // Given
        model.journaled(changes(1, step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")));
        assertThat(steps()).containsExactly("DECIDE-REFERRAL referral/REF-1 OPEN coach-org N1 due=2026-03-09");

        // When
        model.journaled(changes(2, step("TAKEN", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", null)));
        List<String> taken = steps();
        model.journaled(changes(3, step("CLOSED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", null)));

        // Then
        assertThat(taken).containsExactly("DECIDE-REFERRAL referral/REF-1 TAKEN coach-org N1 due=2026-03-09");
        assertThat(steps()).containsExactly("DECIDE-REFERRAL referral/REF-1 CLOSED coach-org N1 due=2026-03-09");
    }

    @Test
    void severalChangesOfOneStepInOneBatchTakeEffectInOrder() {
        // When
        model.journaled(
                changes(1, step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")),
                changes(2, step("TAKEN", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")),
                changes(
                        3,
                        step("NEEDS_INFO", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                                .setDue(TODAY.plusDays(12))));

        // Then: asking for information moves the date and leaves the step taken
        assertThat(steps()).containsExactly("DECIDE-REFERRAL referral/REF-1 TAKEN coach-org N1 due=2026-03-14");
    }

    @Test
    void aStepThatMovesToTheOperatorsHasNoNoticeAnyMore() {
        // Given
        model.journaled(changes(1, step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")));

        // When
        model.journaled(changes(
                2, step("MOVED", "DECIDE-REFERRAL", "OPERATOR", "hub", null).setDue(null)));

        // Then
        assertThat(steps()).containsExactly("DECIDE-REFERRAL referral/REF-1 OPEN hub null due=null");
    }

    @Test
    void aStepOfTheWholeCaseIsOneWhateverObjectOpensIt() {
        // When
        model.journaled(
                changes(
                        1,
                        step("OPENED", "PLAN-NEXT", "COACH", "coach-org", "N1").setCaseWide(true)),
                changes(
                        2,
                        step("OPENED", "PLAN-NEXT", "COACH", "coach-org", "N2")
                                .setCaseWide(true)
                                .setObjectFamily("employment")
                                .setObjectKey("E9")),
                changes(3, step("OPENED", "FIRST-DAY", "COACH", "coach-org", "N3")),
                changes(
                        4,
                        step("OPENED", "FIRST-DAY", "COACH", "coach-org", "N4").setObjectKey("REF-2")));

        // Then
        assertThat(steps())
                .containsExactly(
                        "FIRST-DAY referral/REF-1 OPEN coach-org N3 due=2026-03-09",
                        "FIRST-DAY referral/REF-2 OPEN coach-org N4 due=2026-03-09",
                        "PLAN-NEXT employment/E9 OPEN coach-org N2 due=2026-03-09");
    }

    @Test
    void aNoticeIsKeptByteForByteUntilItsTombstone() {
        // Given
        var notice = notice(act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL"), "C1", 1);
        model.sent(notice);
        byte[] kept = model.jdbc().queryForObject("select body from estafette.notice", byte[].class);
        assertThat(kept).isEqualTo(PlainAvro.bytes(notice));

        // When
        model.removedNotice("N1");

        // Then
        assertThat(model.jdbc().queryForList("select notice_id from estafette.notice"))
                .isEmpty();
    }

    @Test
    void theCaseStoreGivesRolesAndWhatIsOpen() {
        // Given
        model.stored("aa/head", head("C1", "RUNNING", holds("REFERRER", "gemeente")));
        model.stored("aa/object/employment/head", object("employment", "head", true));
        model.stored("aa/object/referral/R1", object("referral", "R1", true));

        // When
        model.stored("aa/object/employment/head", null);

        // Then: a business key named like another entry is still an object
        assertThat(model.jdbc()
                        .queryForMap("select case_id, coaching, cast(roles as text) as roles from estafette.case_head"))
                .containsEntry("case_id", "C1")
                .containsEntry("coaching", "RUNNING")
                .containsEntry("roles", "[{\"role\": \"REFERRER\", \"party\": \"gemeente\"}]");
        assertThat(model.jdbc().queryForList("select family from estafette.case_object where open", String.class))
                .containsExactly("referral");
    }

    @Test
    void readingEverythingTwiceChangesNothing() {
        // Given
        fillWithAStory();
        Map<String, List<Map<String, Object>>> once = tables();

        // When
        model.jdbc().update("delete from estafette.position");
        model.replay();

        // Then
        assertThat(tables()).isEqualTo(once);
    }

    @Test
    void emptiedTablesAreRebuiltAsTheyWere() {
        // Given
        fillWithAStory();
        Map<String, List<Map<String, Object>>> before = tables();

        // When
        before.keySet().forEach(table -> model.jdbc().execute("truncate estafette." + table));
        model.replay();

        // Then
        assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void aRecordThatPostgreSqlRefusesIsSetAsideAloneAndTheOthersGoOn() {
        // Given: a DECIDED entry without a state, and one with a character that PostgreSQL cannot hold
        JournalEntry.Builder withoutState = decided("E2", 2, "gemeente", "C1").setState(null);
        JournalEntry.Builder withNul = decided("E4", 4, "gemeente", "C1").setDetail("a\u0000b");

        // When
        model.journaled(
                decided("E1", 1, "gemeente", "C1"),
                withoutState,
                decided("E3", 3, "gemeente", "C1"),
                withNul,
                decided("E5", 5, "gemeente", "C1"));

        // Then
        assertThat(model.jdbc().queryForList("select event_id from estafette.event order by 1", String.class))
                .containsExactly("E1", "E3", "E5");
        assertThat(model.jdbc().queryForList("select at_offset from estafette.skipped order by 1", Long.class))
                .containsExactly(1L, 3L);
        assertThat(model.jdbc()
                        .queryForObject(
                                "select next_offset from estafette.position where topic = ? and partition = 0",
                                Long.class,
                                Topics.JOURNAL))
                .isEqualTo(5);
    }

    @Test
    void aRecordThatCannotBeDecodedIsSetAsideAndTheOthersGoOn() {
        // When
        model.write(List.of(
                model.record(Topics.JOURNAL, 0, "subject", new byte[] {1, 2, 3}),
                model.record(
                        Topics.JOURNAL,
                        0,
                        "subject",
                        PlainAvro.bytes(decided("E1", 1, "gemeente", "C1").build()))));

        // Then
        assertThat(model.jdbc().queryForList("select event_id from estafette.event", String.class))
                .containsExactly("E1");
        assertThat(model.jdbc().queryForObject("select failure from estafette.skipped", String.class))
                .contains("Exception");
    }

    @Test
    void nothingIsWrittenWhenSomebodyElseMovedThePosition() {
        // Given
        model.journaled(decided("E1", 1, "gemeente", "C1"));
        model.jdbc().update("update estafette.position set next_offset = 900 where topic = ?", Topics.JOURNAL);

        // When, Then
        assertThatThrownBy(() -> model.journaled(decided("E2", 2, "gemeente", "C1")))
                .isInstanceOf(PositionsMovedException.class)
                .hasMessageContaining("estafette.journal-0");
        assertThat(model.jdbc().queryForList("select event_id from estafette.event", String.class))
                .containsExactly("E1");
    }

    private void fillWithAStory() {
        model.setAside("0-2", "UNREADABLE").setAside("0-3", "UNREADABLE").setAside("0-3", null);
        var asked = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        var told = inform("N2", "vdab", "EMPLOYMENT_SERVICE", "referral-fact");
        model.journaled(
                decided("E1", 1, "gemeente", "C1")
                        .setRules(List.of("R1", "R2"))
                        .setNotices(List.of(asked, told))
                        .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                                .build())),
                called("DELIVERED", asked, "C1").setStatus(200),
                called("ATTEMPTED", told, "C1").setStatus(500),
                undecidable("E2", 2, "gemeente"),
                decided("E4", 4, "gemeente", "C1")
                        .setState("HELD")
                        .setReason("CONSENT")
                        .setHolds(List.of(hold("HELD", 4, "COMMISSIONER", "gemeente", "SIGNAL_CONTENT")
                                .build())));
        model.sent(
                notice(asked, "C1", 1),
                notice(told, "C1", 2),
                notice(act("N3", "coach-org", "COACH", "TALK"), "C1", 3));
        model.stored("aa/head", head("C1", "RUNNING", holds("REFERRER", "gemeente")));
        model.stored("aa/object/referral/R1", object("referral", "R1", true));
        model.journaled(changes(3, step("TAKEN", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")));
        model.journaled(JournalEntry.newBuilder()
                .setKind("MOVED")
                .setAt(NOW.plusSeconds(30))
                .setParty("hub")
                .setCaseId("C1")
                .setCaseRef("E1-NEW")
                .setTookOver("C2"));
        model.write(List.of(model.record(Topics.JOURNAL, 0, "subject", new byte[] {1})));
    }

    private static JournalEntry.Builder changes(long offset, eu.estafette.contract.message.JournalStep.Builder step) {
        return decided("E" + offset, offset, "gemeente", "C1")
                .setEvent(event("E" + offset, offset, "gemeente", "referral.decided", "KEY")
                        .build())
                .setSteps(List.of(step.build()));
    }

    private Long decidedUpTo() {
        return model.jdbc()
                .queryForObject("select next_offset from estafette.decided where events_partition = 0", Long.class);
    }

    private List<String> deliveries() {
        return model.jdbc()
                .query(
                        "select * from estafette.delivery order by notice_id",
                        (row, number) -> "%s %s attempts=%d status=%s reason=%s"
                                .formatted(
                                        row.getString("notice_id"),
                                        row.getString("state"),
                                        row.getInt("attempts"),
                                        row.getObject("status"),
                                        row.getString("reason")));
    }

    private List<String> steps() {
        return model.jdbc()
                .query(
                        "select * from estafette.step order by code, object_key",
                        (row, number) -> "%s %s/%s %s %s %s due=%s"
                                .formatted(
                                        row.getString("code"),
                                        row.getString("object_family"),
                                        row.getString("object_key"),
                                        row.getString("state"),
                                        row.getString("party"),
                                        row.getString("notice_id"),
                                        row.getString("due")));
    }

    /** All rows of all tables but the numbers that only order lists, and the moment a record was set aside. */
    private Map<String, List<Map<String, Object>>> tables() {
        Map<String, List<Map<String, Object>>> tables = new TreeMap<>();
        model.jdbc().queryForList("""
                        select table_name from information_schema.tables
                        where table_schema = 'estafette' and table_type = 'BASE TABLE'
                          and table_name not in ('flyway_schema_history')
                        """, String.class).forEach(table -> tables.put(table, rows(table)));
        return tables;
    }

    private List<Map<String, Object>> rows(String table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        model.jdbc()
                .queryForList("select to_jsonb(t) - 'id' - 'skipped_at' as row from estafette." + table + " t")
                .forEach(rows::add);
        rows.sort(java.util.Comparator.comparing(Object::toString));
        return rows;
    }
}
