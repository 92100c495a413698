package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.inform;
import static eu.estafette.console.fixture.Entries.notice;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest extends HttpTest {

    private static final JournalNotice FIRST = told("N1", "coach-org");
    private static final JournalNotice BEHIND = told("N2", "coach-org");
    private static final JournalNotice SECOND = told("N3", "coach-org");
    private static final JournalNotice OTHER = told("N4", "gemeente");
    private static final JournalNotice ARRIVED = told("N5", "gemeente");

    @BeforeEach
    void someDeadLetters() {
        model.journaled(
                decided("E1", 1, "suwinet", "C1").setNotices(List.of(FIRST, BEHIND)),
                decided("E2", 2, "suwinet", "C2").setNotices(List.of(SECOND, OTHER, ARRIVED)),
                dies(FIRST, "C1", "no client 4711 in 2026-03-01"),
                called("PARKED", BEHIND, "C1").setAttempt(null),
                dies(SECOND, "C2", "no client 12 in 2026-03-02"),
                dies(OTHER, "C2", "gone"),
                called("DELIVERED", ARRIVED, "C2").setStatus(200));
    }

    @Test
    void deadLettersOfOneCauseStandTogether() {
        // When
        var groups = get("operator", "/api/ops/dead?by=cause");

        // Then
        assertThat(groups.each("items", "count")).containsExactly("2", "1");
        assertThat(groups.each("items", "cause")).containsExactly("no client # in #", "gone");
        assertThat(groups.each("items", "eventType")).containsOnly("referral.requested");
        assertThat(groups.each("items", "connector")).containsOnly("mailbox");
        assertThat(groups.each("items", "example")).containsExactly("N1", "N4");
        assertThat(groups.each("attention", "count")).containsExactly("3");
        String group = groups.body().path("items").path(0).path("group").asText();
        assertThat(get("operator", "/api/ops/dead?group=" + group).each("items", "noticeId"))
                .containsExactly("N1", "N3");
        assertThat(get("operator", "/api/ops/dead?party=gemeente").each("items", "noticeId"))
                .containsExactly("N4");
        assertThat(get("operator", "/api/ops/dead?group=no-such").problem(404)).contains("group");
    }

    @Test
    void whatIsSolvedShowsOnlyWhenAskedFor() {
        // When
        model.journaled(replayed(FIRST, "C1", "c-1"), called("DISCARDED", OTHER, "C2"));

        // Then
        assertThat(get("operator", "/api/ops/dead").each("items", "noticeId")).containsExactly("N3");
        var all = get("operator", "/api/ops/dead?solved");
        assertThat(all.each("items", "noticeId")).containsExactly("N1", "N3", "N4");
        assertThat(all.each("items", "state")).containsExactly("WAITING", "DEAD", "DISCARDED");
    }

    @Test
    void aDryRunSaysWhoWouldGetWhatAndDoesNothing() {
        // When
        var plan =
                post("operator", "/api/ops/dead/replay", "{'dryRun':true,'selection':{'ids':['N1','N4','N5','N2']}}");

        // Then
        assertThat(plan.each("items", "noticeId")).containsExactly("N1", "N4");
        assertThat(plan.each("items", "party")).containsExactly("coach-org", "gemeente");
        assertThat(plan.body().path("skipped").toString())
                .contains("{\"noticeId\":\"N5\",\"why\":\"ALREADY_DELIVERED\"}")
                .contains("{\"noticeId\":\"N2\",\"why\":\"PARKED\"}");
        assertThat(plan.body().path("parties"))
                .hasToString("[{\"party\":\"coach-org\",\"notices\":1,\"parked\":1},"
                        + "{\"party\":\"gemeente\",\"notices\":1,\"parked\":0}]");
        assertThat(plan.body().path("notices").asInt()).isEqualTo(2);
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void aReplayConcernsWhatWasShownAndNothingThatDiedLater() {
        // Given
        String selection = select("{'party':'coach-org'}");
        model.journaled(dies(BEHIND, "C1", "also"));

        // When
        var given = post(
                "operator",
                "/api/ops/dead/replay",
                "{'selection':'" + selection + "','wave':10,'rate':5,'reason':'their release of today'}");

        // Then
        assertThat(given.status()).isEqualTo(202);
        assertThat(given.body().path("command").asText()).isEqualTo(selection);
        assertThat(given.body().path("notices").asInt()).isEqualTo(2);
        assertThat(desk.orders()).singleElement().satisfies(order -> {
            assertThat(order.kind()).isEqualTo(Kind.REPLAY);
            assertThat(order.party()).isEqualTo("coach-org");
            assertThat(order.operator()).isEqualTo("operator");
            assertThat(order.notices())
                    .containsExactly(new LaneOrder.OnLane("N1", "C1"), new LaneOrder.OnLane("N3", "C2"));
            assertThat(order.canary()).isTrue();
            assertThat(order.wave()).contains(10);
            assertThat(order.rate()).contains(5);
            assertThat(order.reason()).contains("their release of today");
        });
    }

    @Test
    void theSameOrderTwiceIsOneCommandAndAnotherIsRefused() {
        // Given
        String selection = select("{'ids':['N1']}");
        String order = "{'selection':'" + selection + "','canary':false}";

        // When
        var first = post("operator", "/api/ops/dead/replay", order);
        var second = post("operator", "/api/ops/dead/replay", order);
        var other = post("operator", "/api/ops/dead/discard", "{'selection':'" + selection + "','reason':'old'}");

        // Then
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.problem(409)).contains("replay without a canary");
        assertThat(desk.orders()).hasSize(1);
    }

    @Test
    void whatKafkaDoesNotConfirmIsNotSaidToBeGiven() {
        // Given
        String selection = select("{'ids':['N1']}");
        String order = "{'selection':'" + selection + "'}";
        desk.goAway();

        // When
        var away = post("operator", "/api/ops/dead/replay", order);

        // Then
        assertThat(away.problem(503)).contains("again");
        assertThat(get("operator", "/api/ops/commands/" + selection).problem(404))
                .isNotEmpty();
        desk.comeBack();
        assertThat(post("operator", "/api/ops/dead/replay", order).status()).isEqualTo(202);
        assertThat(desk.orders()).hasSize(1);
    }

    @Test
    void aRefusalNamesTheFieldAndNothingIsDone() {
        String selection = select("{'ids':['N1']}");
        assertThat(field("discard", "{'selection':'" + selection + "'}")).isEqualTo("reason");
        assertThat(field("discard", "{'selection':'" + selection + "','reason':' '}"))
                .isEqualTo("reason");
        assertThat(field("discard", "{'selection':'" + selection + "','reason':'of 999990342'}"))
                .isEqualTo("reason");
        assertThat(field("replay", "{'selection':'" + selection + "','wave':0}"))
                .isEqualTo("wave");
        assertThat(field("replay", "{'selection':'" + selection + "','rate':'fast'}"))
                .isEqualTo("rate");
        assertThat(field("replay", "{'selection':'" + selection + "','speed':1}"))
                .isEqualTo("speed");
        assertThat(field("replay", "{'selection':{'ids':['N1']}}")).isEqualTo("selection");
        assertThat(field("replay", "{'dryRun':true,'selection':{'ids':['N1','N9']}}"))
                .isEqualTo("selection.ids[1]");
        assertThat(field("replay", "{'dryRun':true,'selection':{'party':'nobody'}}"))
                .isEqualTo("selection.party");
        assertThat(field("replay", "{'dryRun':true,'selection':{}}")).isEqualTo("selection");
        assertThat(post("operator", "/api/ops/dead/replay", "{'selection':'no-such'}")
                        .problem(404))
                .contains("dry run");
        assertThat(post("operator", "/api/ops/dead/replay", "{").problem(400)).isNotEmpty();
        assertThat(desk.orders()).isEmpty();
    }

    @Test
    void aCommandShowsWhatCameOfEachNotice() {
        // Given
        String command = select("{'party':'coach-org'}");
        post("operator", "/api/ops/dead/replay", "{'selection':'" + command + "'}");
        model.journaled(
                commanded(command, "ACCEPTED").setReason("REPLAY").setParts(1).setPerson("operator"));
        assertThat(command(command).path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(command(command).path("counts")).hasToString("{\"CHOSEN\":2}");

        // When
        model.journaled(
                replayed(FIRST, "C1", command), replayed(BEHIND, "C1", command), called("DELIVERED", FIRST, "C1"));

        // Then
        assertThat(command(command).path("state").asText()).isEqualTo("RUNNING");
        assertThat(command(command).path("counts")).hasToString("{\"CHOSEN\":1,\"DELIVERED\":1,\"REPLAYED\":1}");

        // When
        model.journaled(
                called("DELIVERED", BEHIND, "C1"),
                replayed(SECOND, "C2", command),
                dies(SECOND, "C2", "still no client 12"),
                commanded(command, "STOPPED").setDetail("a notice died once more"));

        // Then
        var report = get("operator", "/api/ops/commands/" + command);
        assertThat(report.body().path("state").asText()).isEqualTo("STOPPED");
        assertThat(report.body().path("operator").asText()).isEqualTo("operator");
        assertThat(report.each("items", "noticeId")).containsExactly("N1", "N3", "N2");
        assertThat(report.each("items", "state")).containsExactly("DELIVERED", "DEAD", "DELIVERED");
        assertThat(report.each("items", "chosen")).containsExactly("true", "true", "false");
        assertThat(report.each("attention", "code")).containsExactly("COMMAND_STOPPED");
        assertThat(get("operator", "/api/ops/commands/" + command + "?limit=2")
                        .body()
                        .path("next")
                        .asText())
                .isEqualTo("2");
        assertThat(get("operator", "/api/ops/commands/no-such").problem(404)).isNotEmpty();
    }

    @Test
    void whatNeedNotBeDoneAnyMoreIsSaidToBeSkipped() {
        // Given
        String command = select("{'ids':['N1','N4']}");
        model.journaled(
                commanded(command, "ACCEPTED").setReason("REPLAY").setParts(1),
                replayed(FIRST, "C1", command),
                called("DELIVERED", FIRST, "C1"),
                commanded(command, "DONE"));

        // When, Then
        assertThat(command(command).path("counts")).hasToString("{\"DELIVERED\":1,\"SKIPPED\":1}");
        assertThat(command(command).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void theContentIsMaskedUntilSomebodySaysWhy() {
        // Given
        var told = inform("N6", "coach-org", "COACH_ORGANISATION", "referral-full");
        model.sent(notice(told, "C3", 1));
        model.journaled(decided("E3", 3, "suwinet", "C3").setNotices(List.of(told)), dies(told, "C3", "gone"));

        // When
        var masked = get("operator", "/api/ops/dead/N6").ok();
        var shown = get("operator", "/api/ops/dead/N6?reason=they+ask+what+was+in+it")
                .ok();

        // Then
        assertThat(masked.path("masked").asBoolean()).isTrue();
        assertThat(masked.path("notice").path("data").path("contact").asText()).isEqualTo("•••");
        assertThat(masked.toString()).doesNotContain("0470 11 22 33");
        assertThat(masked.path("headers").path("idempotency-key").asText()).isEqualTo("N6");
        assertThat(masked.path("timeline").toString()).contains("\"kind\":\"DEAD\"");
        assertThat(shown.path("notice").path("data").path("contact").asText()).isEqualTo("0470 11 22 33");
        assertThat(desk.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.noticeId()).isEqualTo("N6");
            assertThat(reading.operator()).isEqualTo("operator");
            assertThat(reading.reason()).isEqualTo("they ask what was in it");
        });
    }

    @Test
    void whatCannotBeJournaledIsNotShown() {
        // Given
        model.sent(notice(FIRST, "C1", 1));
        desk.goAway();

        // When, Then
        assertThat(get("operator", "/api/ops/dead/N1?reason=why").problem(503)).isNotEmpty();
        assertThat(get("operator", "/api/ops/dead/N1?reason=").problem(422)).isNotEmpty();
        assertThat(get("operator", "/api/ops/dead/N1").status()).isEqualTo(200);
        assertThat(get("operator", "/api/ops/dead/N99").problem(404)).isNotEmpty();
    }

    @Test
    void whatNobodyCouldReadIsListedShownRawAndGivenUpByItsPlace() {
        // Given
        String place = "estafette.lane.coach-org-0-17";
        var unreadable = JournalNotice.newBuilder()
                .setNoticeId(place)
                .setParty("coach-org")
                .setRole("UNKNOWN")
                .setPurpose("UNKNOWN")
                .setView("UNKNOWN")
                .build();
        model.journaled(dies(unreadable, "C1", "no record of ours")
                .setCaseId(null)
                .setCaseRef(null)
                .setReason("UNREADABLE"));

        // When
        var listed = get("operator", "/api/ops/dead?party=coach-org");
        var masked = get("operator", "/api/ops/dead/" + place).ok();
        var shown =
                get("operator", "/api/ops/dead/" + place + "?reason=they+ask").ok();
        String selection = select("{'ids':['" + place + "']}");
        post("operator", "/api/ops/dead/discard", "{'selection':'" + selection + "','reason':'sent again'}");

        // Then
        assertThat(listed.each("items", "noticeId")).contains(place);
        assertThat(masked.has("raw")).isFalse();
        assertThat(masked.path("letter").has("unreadable")).isFalse();
        assertThat(shown.path("raw").asText()).isEqualTo("AQID");
        assertThat(desk.readings()).singleElement().satisfies(reading -> assertThat(reading.noticeId())
                .isEqualTo(place));
        assertThat(desk.orders()).singleElement().satisfies(order -> {
            assertThat(order.kind()).isEqualTo(Kind.DISCARD);
            assertThat(order.notices()).containsExactly(new LaneOrder.OnLane(place, ""));
        });

        // When
        model.journaled(called("DISCARDED", unreadable, "C1").setCaseId(null).setCaseRef(null));

        // Then
        assertThat(get("operator", "/api/ops/dead?party=coach-org").each("items", "noticeId"))
                .doesNotContain(place);
    }

    @Test
    void lanesArePausedAndResumed() {
        // When
        var paused = post("operator", "/api/ops/lanes/coach-org/pause", "{'reason':'their release'}");
        var resumed = post("operator", "/api/ops/lanes/coach-org/resume", "{'rate':20}");

        // Then
        assertThat(paused.status()).isEqualTo(202);
        assertThat(resumed.status()).isEqualTo(202);
        assertThat(desk.orders()).extracting(LaneOrder::kind).containsExactly(Kind.PAUSE, Kind.RESUME);
        assertThat(desk.orders()).extracting(LaneOrder::rate).containsExactly(Optional.empty(), Optional.of(20));
        assertThat(post("operator", "/api/ops/lanes/nobody/pause", "{}").problem(404))
                .isNotEmpty();
        assertThat(post("operator", "/api/ops/lanes/hub/pause", "{}").problem(404))
                .isNotEmpty();
        assertThat(post("operator", "/api/ops/lanes/coach-org/resume", "{'rate':0}")
                        .problem(422))
                .isNotEmpty();
    }

    private String select(String selection) {
        return post("operator", "/api/ops/dead/replay", "{'dryRun':true,'selection':" + selection + "}")
                .ok()
                .path("selection")
                .asText();
    }

    private String field(String call, String json) {
        var answer = post("operator", "/api/ops/dead/" + call, json);
        assertThat(answer.problem(422)).isNotEmpty();
        return answer.body().path("issues").path(0).path("name").asText();
    }

    private com.fasterxml.jackson.databind.JsonNode command(String id) {
        return get("operator", "/api/ops/commands/" + id).ok();
    }

    private static JournalNotice told(String id, String party) {
        return inform(id, party, "COACH_ORGANISATION", "referral-fact");
    }

    private static JournalEntry.Builder dies(JournalNotice notice, String caseId, String detail) {
        return called("DEAD", notice, caseId)
                .setReason("REFUSED")
                .setStatus(422)
                .setDetail(detail);
    }

    private static JournalEntry.Builder replayed(JournalNotice notice, String caseId, String command) {
        return called("REPLAYED", notice, caseId).setAttempt(null).setCommand(command);
    }

    private static JournalEntry.Builder commanded(String command, String state) {
        return JournalEntry.newBuilder()
                .setKind("COMMANDED")
                .setAt(eu.estafette.console.fixture.Entries.NOW)
                .setParty("coach-org")
                .setState(state)
                .setCommand(command);
    }
}
