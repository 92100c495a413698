package eu.estafette.kit.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Payload;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.PayloadException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeJsonTest {

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final NoticeJson json = new NoticeJson(payloads, URI.create("https://hub.example/"), StepTexts.shipped());

    @Test
    void anActSaysWhatToDoAndWhereToAnswer() {
        // When
        JsonNode notice = json.of(act().build(), "fr");

        // Then
        assertThat(notice.fieldNames())
                .toIterable()
                .containsExactly(
                        "noticeId",
                        "caseRef",
                        "forRole",
                        "to",
                        "purpose",
                        "subject",
                        "step",
                        "event",
                        "view",
                        "data",
                        "answer",
                        "rule");
        assertThat(notice.get("to")).hasToString("""
                {"party":"jobcoach-noord","person":"coach-1"}""");
        assertThat(notice.get("step")).hasToString("""
                {"code":"FIRST-CONTACT","text":"Prenez un premier contact","due":"2026-03-09"}""");
        assertThat(notice.get("answer")).hasToString("""
                {"url":"https://hub.example/api/notices/N1-7/answer","outcomes":["DONE","DECLINED"]}""");
        assertThat(notice.get("rule").textValue()).isEqualTo("R8");
    }

    @Test
    void anInformAsksForNothing() {
        // Given
        Notice told = act().setPurpose("INFORM")
                .setStep(null)
                .setOutcomes(List.of())
                .setPerson(null)
                .setRule(null)
                .build();

        // When
        JsonNode notice = json.of(told, "nl");

        // Then
        assertThat(notice.fieldNames())
                .toIterable()
                .containsExactly("noticeId", "caseRef", "forRole", "to", "purpose", "subject", "event", "view", "data");
        assertThat(notice.get("to")).hasToString("""
                {"party":"jobcoach-noord"}""");
    }

    @Test
    void theNumberIsThereOnlyIfTheNoticeHoldsIt() {
        // Given
        var named = Identity.newBuilder().setGivenName("Sam").setFamilyName("Jansen");

        // When
        JsonNode without = json.of(about(named.build()), "nl");
        JsonNode with =
                json.of(about(named.setScheme("BSN").setNumber("999990342").build()), "nl");

        // Then
        assertThat(without.get("subject")).hasToString("""
                {"givenName":"Sam","familyName":"Jansen"}""");
        assertThat(with.get("subject")).hasToString("""
                {"givenName":"Sam","familyName":"Jansen","scheme":"BSN","number":"999990342"}""");
    }

    @Test
    void thereIsNoSubjectWithoutAnIdentity() {
        assertThat(json.of(act().setIdentity(null).build(), "nl").has("subject"))
                .isFalse();
        assertThat(json.of(about(Identity.newBuilder().build()), "nl").has("subject"))
                .isFalse();
    }

    @Test
    void aStepWithoutTermHasNoDueDate() {
        // Given
        Notice open = act().setStep(new NoticeStep("FIRST-CONTACT", null)).build();

        // When
        JsonNode notice = json.of(open, "en");

        // Then
        assertThat(notice.get("step")).hasToString("""
                {"code":"FIRST-CONTACT","text":"Make the first contact"}""");
    }

    @Test
    void protectedFieldsOfTheViewAreThere() {
        // Given
        var view = Contracts.shipped().latest("view/referral-full").schema();
        Payload full = payloads.write(FullRecords.of(view));

        // When
        JsonNode notice =
                json.of(act().setView("referral-full").setPayload(full).build(), "nl");

        // Then
        assertThat(notice.get("data").get("briefing").get("text").textValue()).isEqualTo("text");
        assertThat(notice.get("data").get("hours")).hasToString("32.5");
    }

    @Test
    void contentThatIsNotItsContractsIsRefused() {
        // Given
        Payload broken = Payload.newBuilder(act().getPayload())
                .setOpen(ByteBuffer.wrap(new byte[] {99, 99}))
                .build();

        // When / Then
        assertThatThrownBy(() -> json.of(act().setPayload(broken).build(), "nl"))
                .isInstanceOf(PayloadException.class);
    }

    private Notice about(Identity identity) {
        return act().setIdentity(Identities.seal(identity)).build();
    }

    private Notice.Builder act() {
        var view = Contracts.shipped().latest("view/step-card").schema();
        return Notice.newBuilder()
                .setNoticeId("N1-7")
                .setCaseId("C-1")
                .setCaseRef("E1-7")
                .setSequence(7)
                .setCreatedAt(Instant.parse("2026-03-02T08:15:00Z"))
                .setParty("jobcoach-noord")
                .setPerson("coach-1")
                .setForRole("COACH")
                .setPurpose("ACT")
                .setStep(new NoticeStep("FIRST-CONTACT", LocalDate.of(2026, 3, 9)))
                .setEvent(NoticeEvent.newBuilder()
                        .setId("7d1c")
                        .setType("eu.estafette.case.v1.role.notify.assigned")
                        .setNature("FACT")
                        .setBy("COACH_ORGANISATION")
                        .setOccurredOn(LocalDate.of(2026, 3, 2))
                        .setAction("ORIGINAL")
                        .setBusinessKey("ROL-1")
                        .setVersion(1)
                        .build())
                .setIdentity(Identities.seal(
                        Identity.newBuilder().setGivenName("Sam").build()))
                .setView("step-card")
                .setViewVersion(1)
                .setPayload(payloads.write(FullRecords.of(view)))
                .setOutcomes(List.of("DONE", "DECLINED"))
                .setRule("R8");
    }
}
