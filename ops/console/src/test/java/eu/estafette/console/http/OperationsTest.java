package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.NOW;
import static eu.estafette.console.fixture.Entries.TODAY;
import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.event;
import static eu.estafette.console.fixture.Entries.hold;
import static eu.estafette.console.fixture.Entries.inform;
import static eu.estafette.console.fixture.Entries.step;
import static eu.estafette.console.fixture.Entries.undecidable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.console.operations.LaneStates.Circuit;
import eu.estafette.console.operations.LaneStates.LaneState;
import eu.estafette.console.readmodel.ReadModel;
import eu.estafette.contract.message.JournalAnswer;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.kit.notice.StepId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OperationsTest extends HttpTest {

    @Autowired
    private ReadModel readModel;

    @BeforeEach
    void follow() {
        await().until(() -> readModel.status().isFollowed());
    }

    @Test
    void noPartyMakesAnOperatorsCall() {
        for (String path : List.of("status", "lanes", "steps", "dead", "held", "invalid", "trace/E1")) {
            assertThat(get("gemeente", "/api/ops/" + path).problem(403)).isNotEmpty();
        }
    }

    @Test
    void aHubWithoutTroubleNeedsNobody() {
        // Given
        var told = inform("N1", "gemeente", "REFERRER", "referral-fact");
        model.journaled(
                decided("E1", 1, "gemeente", "C1").setNotices(List.of(told)),
                called("DELIVERED", told, "C1").setStatus(200));

        // When
        var status = get("operator", "/api/ops/status").ok();

        // Then
        assertThat(status.path("attention")).isEmpty();
        assertThat(status.path("now").asText()).isEqualTo("2026-03-02T08:15:00Z");
        assertThat(status.path("events"))
                .hasToString(
                        "{\"day\":\"2026-03-02\",\"accepted\":{\"ROUTED\":1},\"refusedAtDoor\":0,\"held\":0,\"invalid\":0}");
        assertThat(status.path("notices")).hasToString("{\"waiting\":0,\"parked\":0,\"dead\":0,\"discarded\":0}");
        assertThat(status.path("lanes")).hasToString("{\"parties\":3,\"troubled\":0}");
        assertThat(status.path("readModel").path("state").asText()).isEqualTo("FOLLOWING");
    }

    @Test
    void statusSaysWhatNeedsSomebody() {
        // Given
        var dead = inform("N1", "gemeente", "REFERRER", "referral-fact");
        var waiting = act("N2", "coach-org", "COACH_ORGANISATION", "TALK");
        lanes.put("coach-org", lane(Circuit.OPEN));
        model.journaled(
                decided("E1", 1, "gemeente", "C1")
                        .setNotices(List.of(dead, waiting))
                        .setSteps(List.of(
                                step("OPENED", "TALK", "OPERATOR", "hub", null)
                                        .setDue(null)
                                        .build(),
                                step("OPENED", "REPORT", "COACH", "coach-org", "N2")
                                        .setDue(TODAY.minusDays(1))
                                        .build(),
                                step("OPENED", "PLAN", "COACH", "coach-org", "N2")
                                        .setDue(TODAY)
                                        .build())),
                called("DEAD", dead, "C1").setStatus(422).setReason("REFUSED"),
                undecidable("E2", 2, "gemeente"),
                undecidable("E3", 3, "gemeente").setState("HELD").setReason("NO_CASE"),
                JournalEntry.newBuilder().setKind("REFUSED_AT_DOOR").setAt(NOW).setParty("gemeente"));
        model.setAside("0-2", "UNREADABLE");

        // When
        Answer answer = get("operator", "/api/ops/status");

        // Then
        assertThat(answer.each("attention", "code"))
                .containsExactly("STEP_UNOWNED", "STEP_OVERDUE", "NOTICE_DEAD", "EVENT_INVALID", "CIRCUIT_OPEN");
        assertThat(answer.each("attention", "count")).containsOnly("1");
        assertThat(answer.body().path("steps")).hasToString("{\"open\":3,\"overdue\":1,\"unowned\":1}");
        assertThat(answer.body().path("notices"))
                .hasToString(
                        "{\"waiting\":1,\"oldestWaiting\":\"2026-03-02T08:15:00.025Z\",\"parked\":0,\"dead\":1,\"discarded\":0}");
        assertThat(answer.body().path("events"))
                .hasToString(
                        "{\"day\":\"2026-03-02\",\"accepted\":{\"HELD\":1,\"INVALID\":1,\"ROUTED\":1},\"refusedAtDoor\":1,\"held\":1,\"invalid\":1}");
    }

    @Test
    void lanesShowWhatWaitsAndHowTheyRun() {
        // Given
        var waiting = act("N1", "coach-org", "COACH_ORGANISATION", "TALK");
        var dead = inform("N2", "former-party", "REFERRER", "referral-fact");
        lanes.put("coach-org", lane(Circuit.OPEN));
        model.journaled(
                decided("E1", 1, "gemeente", "C1").setNotices(List.of(waiting, dead)), called("DEAD", dead, "C1"));

        // When
        Answer answer = get("operator", "/api/ops/lanes");

        // Then: parties without traffic, and traffic without a party, both show
        assertThat(answer.each("items", "party"))
                .containsExactly("coach-org", "former-party", "gemeente", "quiet-party");
        assertThat(answer.body().path("items").path(0))
                .hasToString(
                        "{\"party\":\"coach-org\",\"waiting\":1,\"oldestWaiting\":\"2026-03-02T08:15:00.025Z\",\"parked\":0,\"dead\":0,"
                                + "\"inFlight\":2,\"window\":8,\"circuit\":\"OPEN\",\"circuitSince\":\"2026-03-02T08:15:00Z\","
                                + "\"trouble\":\"503 from the party\"}");
        assertThat(answer.body().path("items").path(3))
                .hasToString("{\"party\":\"quiet-party\",\"waiting\":0,\"parked\":0,\"dead\":0}");
        assertThat(answer.each("attention", "code")).containsExactly("CIRCUIT_OPEN", "NOTICE_DEAD");
    }

    @Test
    void stepsCanBeNarrowedToOverdueAndUnowned() {
        // Given
        model.journaled(decided("E1", 1, "gemeente", "C1")
                .setSteps(List.of(
                        step("OPENED", "TALK", "OPERATOR", "hub", null)
                                .setDue(null)
                                .build(),
                        step("OPENED", "REPORT", "COACH", "coach-org", "N2")
                                .setDue(TODAY.minusDays(1))
                                .setOpenedOn(TODAY.minusDays(9))
                                .build(),
                        step("OPENED", "PLAN", "COACH", "coach-org", "N2")
                                .setDue(TODAY)
                                .build(),
                        step("CLOSED", "DONE", "COACH", "coach-org", "N2").build())));

        // When, Then
        assertThat(get("operator", "/api/ops/steps").each("items", "code")).containsExactly("TALK", "REPORT", "PLAN");
        assertThat(get("operator", "/api/ops/steps?unowned").each("items", "code"))
                .containsExactly("TALK");
        Answer overdue = get("operator", "/api/ops/steps?overdue=true");
        assertThat(overdue.ok().path("items").path(0))
                .hasToString("{\"id\":\"" + new StepId("E1-C1", "REPORT", "referral", "REF-1")
                        + "\",\"caseRef\":\"E1-C1\",\"code\":\"REPORT\",\"object\":{\"family\":\"referral\",\"key\":\"REF-1\"},"
                        + "\"owner\":\"COACH\",\"party\":\"coach-org\",\"due\":\"2026-03-01\",\"state\":\"OPEN\",\"openedOn\":\"2026-02-21\",\"since\":\"2026-03-02T08:15:00.025Z\","
                        + "\"ageDays\":9,\"overdue\":true,\"unowned\":false,\"noticeId\":\"N2\"}");
        assertThat(overdue.each("attention", "code")).containsExactly("STEP_UNOWNED", "STEP_OVERDUE");
        assertThat(get("operator", "/api/ops/steps?overdue=false").each("items", "code"))
                .hasSize(3);
    }

    @Test
    void listsAreReadPageByPage() {
        // Given
        for (int i = 1; i <= 5; i++) {
            var dead = inform("N" + i, "gemeente", "REFERRER", "referral-fact");
            model.journaled(
                    decided("E" + i, i, "gemeente", "C" + i).setNotices(List.of(dead)),
                    called("DEAD", dead, "C" + i).setReason("REFUSED"));
        }

        // When
        Answer first = get("operator", "/api/ops/dead?limit=3");
        Answer second = get(
                "operator",
                "/api/ops/dead?limit=3&after=" + first.ok().path("next").asText());

        // Then
        assertThat(first.each("items", "noticeId")).containsExactly("N1", "N2", "N3");
        assertThat(second.each("items", "noticeId")).containsExactly("N4", "N5");
        assertThat(second.body().has("next")).isFalse();
        assertThat(second.body().path("attention").path(0).path("count").asInt())
                .isEqualTo(5);
        assertThat(get("operator", "/api/ops/dead?after=soon").problem(400)).isNotEmpty();
        assertThat(get("operator", "/api/ops/steps?limit=0").problem(400)).isNotEmpty();
    }

    @Test
    void deadNoticesSayWhatTheirPartyAnswered() {
        // Given
        var dead = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        model.journaled(
                decided("E1", 1, "gemeente", "C1").setNotices(List.of(dead)),
                called("DEAD", dead, "C1")
                        .setAttempt(5)
                        .setStatus(422)
                        .setReason("REFUSED")
                        .setDetail("field x is unknown"));

        // When
        var item = get("operator", "/api/ops/dead").ok().path("items").path(0);

        // Then
        assertThat(item)
                .hasToString(
                        "{\"noticeId\":\"N1\",\"state\":\"DEAD\",\"caseRef\":\"E1-C1\",\"party\":\"coach-org\",\"role\":\"COACH_ORGANISATION\",\"purpose\":\"ACT\","
                                + "\"view\":\"referral-full\",\"step\":\"DECIDE-REFERRAL\",\"eventType\":\"referral.requested\",\"connector\":\"mailbox\",\"attempts\":5,\"status\":422,\"reason\":\"REFUSED\","
                                + "\"detail\":\"field x is unknown\",\"cause\":\"field x is unknown\",\"group\":\""
                                + item.path("group").asText() + "\",\"parked\":0,\"since\":\"2026-03-02T08:15:01Z\"}");
    }

    @Test
    void heldEventsSayWhatTheyWaitForAndForWhom() {
        // Given
        model.journaled(
                undecidable("E1", 1, "gemeente")
                        .setState("HELD")
                        .setReason("NO_CASE")
                        .setUntil(NOW.plusSeconds(60)),
                decided("E2", 2, "coach-org", "C1")
                        .setState("HELD")
                        .setReason("CONSENT")
                        .setUntil(NOW.plusSeconds(60))
                        .setHolds(List.of(
                                hold("HELD", 2, "COMMISSIONER", "gemeente", "SIGNAL_CONTENT")
                                        .build(),
                                hold("HELD", 2, "SPECIALIST", "debt-help", "REFERRAL")
                                        .setStep("DECIDE-REFERRAL")
                                        .build())),
                decided("E3", 3, "coach-org", "C1")
                        .setHolds(List.of(
                                hold("RELEASED", 2, "COMMISSIONER", "gemeente").build())));

        // When
        Answer held = get("operator", "/api/ops/held");

        // Then
        assertThat(held.each("items", "reason")).containsExactly("NO_CASE", "CONSENT");
        assertThat(held.body().path("items").path(1))
                .hasToString(
                        "{\"place\":\"0-2\",\"id\":\"E2\",\"source\":\"urn:estafette:party:coach-org\",\"party\":\"coach-org\","
                                + "\"type\":\"referral.requested\",\"businessKey\":\"KEY-E2\",\"action\":\"ORIGINAL\",\"version\":1,\"reason\":\"CONSENT\","
                                + "\"until\":\"2026-03-02T08:16:00Z\",\"caseRef\":\"E1-C1\",\"acceptedAt\":\"2026-03-02T08:15:00Z\",\"ageDays\":0,"
                                + "\"notices\":[{\"role\":\"SPECIALIST\",\"party\":\"debt-help\",\"categories\":[\"REFERRAL\"],"
                                + "\"view\":\"signal-full\",\"step\":\"DECIDE-REFERRAL\",\"until\":\"2026-03-02T08:16:00Z\"}]}");
        assertThat(get("operator", "/api/ops/held?limit=1").ok().path("next").asText())
                .isNotEmpty();
        assertThat(held.body().path("attention")).isEmpty();
    }

    @Test
    void aStepThatExpiredWithItsConsentStandsOnTheDeskUntilAnOperatorHasSeenToIt() {
        // Given
        model.journaled(
                decided("E1", 1, "gemeente", "C1")
                        .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "SPECIALIST", "debt-help", null)
                                .setDue(null)
                                .build())),
                decided("E2", 2, "hub", "C1")
                        .setSteps(List.of(step("EXPIRED", "DECIDE-REFERRAL", "SPECIALIST", "debt-help", null)
                                .setDue(null)
                                .build())));

        // When
        Answer expired = get("operator", "/api/ops/steps?unowned");

        // Then
        assertThat(expired.each("items", "state")).containsExactly("EXPIRED");
        assertThat(expired.each("attention", "code")).containsExactly("STEP_EXPIRED");
        assertThat(get("operator", "/api/ops/status").ok().path("steps"))
                .hasToString("{\"open\":0,\"overdue\":0,\"unowned\":0}");

        // When
        String id = expired.each("items", "id").getFirst();
        JournalEntry.Builder answered = decided("E3", 3, "hub", "C1")
                .setEvent(event("E3", 3, "hub", "notice.answered", id + "|BUSINESS|E3")
                        .build())
                .setPerson("operator")
                .setReason("STEP_CLOSED")
                .setAnswer(JournalAnswer.newBuilder().setOutcome("DONE").build());
        model.journaled(answered);

        // Then
        assertThat(get("operator", "/api/ops/steps").each("items", "id")).isEmpty();
        assertThat(get("operator", "/api/events/E3").ok().path("note").asText()).isEqualTo("STEP_CLOSED");
        assertThat(get("operator", "/api/ops/trace/E3").each("items", "person")).contains("operator");
    }

    @Test
    void whatSpringRefusesIsAProblemToo() {
        assertThat(get("operator", "/api/ops/dead?limit=many").problem(400)).isNotEmpty();
    }

    private static LaneState lane(Circuit circuit) {
        return new LaneState(
                2,
                8,
                circuit,
                Optional.of(NOW),
                Optional.empty(),
                Optional.of("503 from the party"),
                false,
                Optional.empty());
    }
}
