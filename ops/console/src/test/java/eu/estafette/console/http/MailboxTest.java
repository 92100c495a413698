package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.inform;
import static eu.estafette.console.fixture.Entries.notice;
import static eu.estafette.console.fixture.Entries.step;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.notice.StepTexts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest extends HttpTest {

    private static final JournalNotice ASKED = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
    private static final JournalNotice TOLD = inform("N2", "coach-org", "COACH", "referral-full");

    @Test
    void aMailboxHoldsItsPartysNoticesOldestFirstOverAllPartitions() {
        // Given
        model.sent(1, notice(act("N4", "coach-org", "COACH", "TALK"), "C2", 4), notice(TOLD, "C2", 6));
        model.sent(0, notice(ASKED, "C1", 1), notice(inform("N5", "coach-org", "COACH", "referral-full"), "C1", 5));

        // When
        Answer answer = get("coach-org", "/api/notices");

        // Then
        assertThat(answer.each("items", "noticeId")).containsExactly("N1", "N4", "N5", "N2");
        assertThat(answer.body().has("next")).isFalse();
    }

    @Test
    void aNoticeIsShownInTheFormThatAllConnectorsGive() {
        // Given
        model.sent(notice(ASKED, "C1", 1));

        // When
        var item = get("coach-org", "/api/notices").ok().path("items").path(0);

        // Then
        assertThat(item)
                .hasToString(
                        "{\"noticeId\":\"N1\",\"caseRef\":\"E1-C1\",\"forRole\":\"COACH_ORGANISATION\",\"to\":{\"party\":\"coach-org\"},"
                                + "\"purpose\":\"ACT\",\"step\":{\"code\":\"DECIDE-REFERRAL\",\"text\":\"%s\",\"due\":\"2026-03-09\"},"
                                        .formatted(StepTexts.shipped().text("DECIDE-REFERRAL", "nl"))
                                + "\"event\":{\"type\":\"eu.estafette.case.v1.referral.notify.requested\",\"nature\":\"REQUEST\",\"by\":\"REFERRER\","
                                + "\"occurredOn\":\"2026-03-02\",\"action\":\"ORIGINAL\",\"businessKey\":\"KEY-E1\",\"version\":1},"
                                + "\"view\":{\"name\":\"referral-full\",\"version\":1},\"data\":{\"contact\":\"0470 11 22 33\"},"
                                + "\"answer\":{\"url\":\"https://hub.example/api/notices/N1/answer\",\"outcomes\":[\"ACCEPTED\",\"DECLINED\"]},"
                                + "\"rule\":\"R1\"}");
    }

    @Test
    void oneNoticeIsReadByItsReceiverOnly() {
        // Given
        model.sent(notice(ASKED, "C1", 1));

        // Then
        assertThat(get("coach-org", "/api/notices/N1").ok())
                .isEqualTo(get("coach-org", "/api/notices").ok().path("items").path(0));
        assertThat(get("gemeente", "/api/notices/N1").status()).isEqualTo(404);
        assertThat(get("coach-org", "/api/notices/N9").problem(404)).contains("some seconds");
    }

    @Test
    void aNoticeThatCannotBeReadDoesNotHideTheOthers() {
        // Given
        model.sent(notice(ASKED, "C1", 1), notice(TOLD, "C1", 2));
        model.jdbc().update("update estafette.notice set body = '\\x0102' where notice_id = 'N1'");

        // When
        Answer answer = get("coach-org", "/api/notices");

        // Then
        assertThat(answer.each("items", "noticeId")).containsExactly("N1", "N2");
        assertThat(answer.body()
                        .path("items")
                        .path(0)
                        .path("problem")
                        .path("status")
                        .asInt())
                .isEqualTo(500);
        assertThat(answer.body().path("items").path(1).has("data")).isTrue();
    }

    @Test
    void whatWasAskedBackShowsNothingOfWhatItSaidFromThatMomentOn() {
        // Given
        model.journaled(decided("E1", 1, "gemeente", "C1")
                .setNotices(List.of(ASKED, TOLD))
                .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));
        model.sent(notice(ASKED, "C1", 1), notice(TOLD, "C1", 2));

        // When
        model.journaled(decided("E2", 2, "gemeente", "C1").setRecalled(List.of("N1")));

        // Then
        assertThat(get("coach-org", "/api/notices").ok().path("items").path(0))
                .hasToString("{\"noticeId\":\"N1\",\"caseRef\":\"E1-C1\",\"state\":\"WITHDRAWN\"}");
        assertThat(get("coach-org", "/api/notices?state=open").each("items", "noticeId"))
                .isEmpty();
        assertThat(get("coach-org", "/api/notices?state=answered").each("items", "noticeId"))
                .isEmpty();

        // When: its receiver turns out to have it
        model.journaled(called("DELIVERED", ASKED, "C1").setReason("TOO_LATE"));

        // Then
        assertThat(get("coach-org", "/api/notices").ok().path("items").path(0).has("data"))
                .isTrue();
    }

    @Test
    void noPartyEverSeesAnothersNotices() {
        // Given
        model.sent(notice(ASKED, "C1", 1), notice(inform("N2", "gemeente", "REFERRER", "referral-fact"), "C1", 2));
        model.journaled(decided("E1", 1, "gemeente", "C1")
                .setNotices(List.of(ASKED))
                .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));

        // When, Then
        for (String state : List.of("all", "open", "answered")) {
            assertThat(get("stranger", "/api/notices?state=" + state).each("items", "noticeId"))
                    .isEmpty();
        }
        assertThat(get("gemeente", "/api/notices").each("items", "noticeId")).containsExactly("N2");
        assertThat(get("gemeente", "/api/notices?state=open").each("items", "noticeId"))
                .isEmpty();
    }

    @Test
    void openIsWhatAsksSomethingThatIsStillWithTheParty() {
        // Given
        model.journaled(decided("E1", 1, "gemeente", "C1")
                .setNotices(List.of(ASKED, TOLD))
                .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));
        model.sent(notice(ASKED, "C1", 1), notice(TOLD, "C1", 2));
        List<String> before = get("coach-org", "/api/notices?state=open").each("items", "noticeId");

        // When
        model.journaled(decided("E2", 2, "coach-org", "C1")
                .setSteps(List.of(step("TAKEN", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));
        List<String> taken = get("coach-org", "/api/notices?state=open").each("items", "noticeId");
        model.journaled(decided("E3", 3, "coach-org", "C1")
                .setSteps(List.of(step("CLOSED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));

        // Then
        assertThat(before).containsExactly("N1");
        assertThat(taken).containsExactly("N1");
        assertThat(get("coach-org", "/api/notices?state=open").each("items", "noticeId"))
                .isEmpty();
        assertThat(get("coach-org", "/api/notices?state=answered").each("items", "noticeId"))
                .containsExactly("N1");
        assertThat(get("coach-org", "/api/notices?state=all").each("items", "noticeId"))
                .containsExactly("N1", "N2");
    }

    @Test
    void aStepThatMovedOnIsOpenWithItsNewOwnerOnly() {
        // Given
        JournalNotice anew = act("N3", "buddies", "UMBRELLA", "DECIDE-REFERRAL");
        model.journaled(
                decided("E1", 1, "gemeente", "C1")
                        .setNotices(List.of(ASKED))
                        .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                                .build())),
                decided("E2", 2, "coach-org", "C1")
                        .setNotices(List.of(anew))
                        .setSteps(List.of(step("MOVED", "DECIDE-REFERRAL", "UMBRELLA", "buddies", "N3")
                                .build())));

        // When
        model.sent(notice(ASKED, "C1", 1), notice(anew, "C1", 2));

        // Then
        assertThat(get("coach-org", "/api/notices?state=open").each("items", "noticeId"))
                .isEmpty();
        assertThat(get("coach-org", "/api/notices?state=answered").each("items", "noticeId"))
                .containsExactly("N1");
        assertThat(get("buddies", "/api/notices?state=open").each("items", "noticeId"))
                .containsExactly("N3");
    }

    @Test
    void aNoticeThatComesBeforeItsJournalEntryIsOpenAtOnce() {
        // Given
        model.sent(notice(ASKED, "C1", 1));
        List<String> early = get("coach-org", "/api/notices?state=open").each("items", "noticeId");

        // When
        model.journaled(decided("E1", 1, "gemeente", "C1")
                .setNotices(List.of(ASKED))
                .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));

        // Then
        assertThat(early).containsExactly("N1");
        assertThat(get("coach-org", "/api/notices?state=open").each("items", "noticeId"))
                .containsExactly("N1");
        assertThat(model.jdbc().queryForList("select notice_id from estafette.undecided_notice"))
                .isEmpty();
    }

    @Test
    void readingOnFromPageToPageShowsEveryNoticeOnce() {
        // Given: in partition 1 a later notice has an earlier time than its forerunner
        model.sent(0, notices(0, 3, 6, 9, 12));
        model.sent(1, notices(1, 8, 2, 10, 4));

        // When
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Answer page = get("coach-org", "/api/notices?limit=3" + after);
            seen.addAll(page.each("items", "noticeId"));
            after = page.body().has("next")
                    ? "&after=" + page.body().path("next").asText()
                    : "";
        } while (!after.isEmpty());

        // Then
        assertThat(seen).containsExactly("N0-3", "N0-6", "N1-8", "N1-2", "N0-9", "N1-10", "N1-4", "N0-12");
    }

    @Test
    void whatAppearsLateInOnePartitionIsNotPassedOver() {
        // Given
        model.sent(0, notices(0, 5, 6, 7));
        String next = get("coach-org", "/api/notices?limit=2").ok().path("next").asText();

        // When: older than what was read, but only now in the read model
        model.sent(1, notices(1, 1));

        // Then
        assertThat(get("coach-org", "/api/notices?after=" + next).each("items", "noticeId"))
                .containsExactly("N1-1", "N0-7");
    }

    @Test
    void openNoticesArePagedToo() {
        // Given
        model.sent(0, notices(0, 1, 2, 3));

        // When
        Answer first = get("coach-org", "/api/notices?state=open&limit=2");
        Answer second = get(
                "coach-org",
                "/api/notices?state=open&limit=2&after="
                        + first.ok().path("next").asText());

        // Then
        assertThat(first.each("items", "noticeId")).containsExactly("N0-1", "N0-2");
        assertThat(second.each("items", "noticeId")).containsExactly("N0-3");
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void anotherPartysCursorShowsNothingOfThatParty() {
        // Given
        model.sent(0, notices(0, 1, 2, 3));
        String next = get("coach-org", "/api/notices?limit=1").ok().path("next").asText();

        // When, Then
        assertThat(get("stranger", "/api/notices?after=" + next).each("items", "noticeId"))
                .isEmpty();
    }

    @Test
    void wrongParametersAreBadRequestsThatNameThem() {
        for (String query : List.of("state=new", "limit=0", "limit=1001", "after=%21", "after=MTo", "after=LTE6NQ")) {
            // When
            Answer answer = get("coach-org", "/api/notices?" + query);

            // Then
            answer.problem(400);
            assertThat(answer.body().path("issues").path(0).path("name").asText())
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
        assertThat(get("coach-org", "/api/notices?limit=many").problem(400)).contains("limit");
    }

    private static Notice[] notices(int partition, int... seconds) {
        return java.util.Arrays.stream(seconds)
                .mapToObj(second ->
                        notice(act("N" + partition + "-" + second, "coach-org", "COACH", "TALK"), "C1", second))
                .toArray(Notice[]::new);
    }
}
