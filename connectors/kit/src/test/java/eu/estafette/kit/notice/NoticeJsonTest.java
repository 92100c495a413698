package eu.estafette.kit.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Payload;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.PayloadException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class NoticeJsonTest {

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());

    private final NoticeJson json = new NoticeJson(PAYLOADS, URI.create("https://hub.example/"));

    @Test
    void anActNoticeTellsAllThatItsReceiverNeeds() throws Exception {
        assertJson(json.of(asksToDecide().build(), "nl"), """
                {"noticeId":"N1-X","caseRef":"E1-Y","forRole":"COACH_ORGANISATION",
                 "to":{"party":"jobcoach-noord","person":"intake"},"purpose":"ACT",
                 "subject":{"givenName":"Sam","familyName":"Jansen","scheme":"BSN","number":"999990342"},
                 "step":{"code":"DECIDE-REFERRAL","text":"Beslis of u de persoon aanneemt","due":"2026-03-09"},
                 "event":{"type":"referral.requested","nature":"REQUEST","by":"REFERRER","occurredOn":"2026-03-02",
                          "action":"ORIGINAL","businessKey":"REF-2026-0017","version":1},
                 "view":{"name":"referral-full","version":1},
                 "data":{"kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"},
                         "need":[{"scheme":"ESTAFETTE","code":"LANGUAGE"},{"scheme":"ESTAFETTE","code":"PACE"}],
                         "requestedStart":"2026-03-16","decideBefore":"2026-03-09","hours":40,
                         "briefing":{"text":"Prefers mornings","authorRole":"REFERRER"},"contact":"sam@example.org"},
                 "answer":{"url":"https://hub.example/api/notices/N1-X/answer","outcomes":["ACCEPTED","DECLINED"]},
                 "rule":"R1"}""");
    }

    @Test
    void anInformNoticeHasNeitherStepNorAnswerAndLeavesOutWhatIsAbsent() throws Exception {
        Notice notice = asksToDecide()
                .setPurpose("INFORM")
                .setStep(null)
                .setOutcomes(List.of())
                .setRule(null)
                .setPerson(null)
                .setIdentity(Identities.seal(new Identity(null, null, "Sam", "Jansen")))
                .setView("referral-fact")
                .setPayload(
                        payload("referral-fact", record -> record.put("requestedStart", LocalDate.parse("2026-03-16"))))
                .build();

        assertJson(json.of(notice, "nl"), """
                {"noticeId":"N1-X","caseRef":"E1-Y","forRole":"COACH_ORGANISATION","to":{"party":"jobcoach-noord"},
                 "purpose":"INFORM","subject":{"givenName":"Sam","familyName":"Jansen"},
                 "event":{"type":"referral.requested","nature":"REQUEST","by":"REFERRER","occurredOn":"2026-03-02",
                          "action":"ORIGINAL","businessKey":"REF-2026-0017","version":1},
                 "view":{"name":"referral-fact","version":1},"data":{"requestedStart":"2026-03-16"}}""");
    }

    @Test
    void whatOnlyTheHubKnowsNeverShows() {
        assertThat(json.of(asksToDecide().build(), "nl").toString())
                .doesNotContain("C0190-hidden")
                .doesNotContain("event-id-hidden");
    }

    @Test
    void aSubjectThatMayNotBeNamedIsEmpty() {
        assertThat(json.of(asksToDecide().setIdentity(null).build(), "nl").path("subject"))
                .isEmpty();
    }

    @Test
    void decimalsAreNumbersAsPeopleWriteThem() {
        assertThat(hours("41.2500")).isEqualTo("{\"hours\":41.25}");
        assertThat(hours("0.0000")).isEqualTo("{\"hours\":0}");
        assertThat(hours("100.0000")).isEqualTo("{\"hours\":100}");
    }

    @Test
    void aPayloadThatCannotBeReadIsSaidSo() {
        Notice notice = asksToDecide()
                .setPayload(new Payload("view/referral-full", 1, ByteBuffer.wrap(new byte[] {7, 7, 7}), null))
                .build();

        assertThatThrownBy(() -> json.of(notice, "nl")).isInstanceOf(PayloadException.class);
    }

    private String hours(String hours) {
        Notice notice = asksToDecide()
                .setPayload(payload("referral-full", record -> record.put("hours", new BigDecimal(hours))))
                .build();
        return json.of(notice, "nl").path("data").toString();
    }

    private static Notice.Builder asksToDecide() {
        return Notice.newBuilder()
                .setNoticeId("N1-X")
                .setCaseId("C0190-hidden")
                .setCaseRef("E1-Y")
                .setSequence(1)
                .setCreatedAt(Instant.parse("2026-03-02T08:15:00Z"))
                .setParty("jobcoach-noord")
                .setPerson("intake")
                .setForRole("COACH_ORGANISATION")
                .setPurpose("ACT")
                .setStep(new NoticeStep("DECIDE-REFERRAL", LocalDate.parse("2026-03-09")))
                .setEvent(new NoticeEvent(
                        "event-id-hidden",
                        "referral.requested",
                        "REQUEST",
                        "REFERRER",
                        LocalDate.parse("2026-03-02"),
                        "ORIGINAL",
                        "REF-2026-0017",
                        1))
                .setIdentity(Identities.seal(new Identity("BSN", "999990342", "Sam", "Jansen")))
                .setView("referral-full")
                .setViewVersion(1)
                .setPayload(payload("referral-full", NoticeJsonTest::fill))
                .setOutcomes(List.of("ACCEPTED", "DECLINED"))
                .setRule("R1");
    }

    private static void fill(GenericRecord view) {
        Schema coded = view.getSchema().getField("kind").schema().getTypes().get(1);
        Schema text = view.getSchema().getField("briefing").schema().getTypes().get(1);
        view.put("kind", code(coded, "JOB_COACHING"));
        view.put("need", List.of(code(coded, "LANGUAGE"), code(coded, "PACE")));
        view.put("requestedStart", LocalDate.parse("2026-03-16"));
        view.put("decideBefore", LocalDate.parse("2026-03-09"));
        view.put("hours", new BigDecimal("40.0000"));
        view.put("contact", "sam@example.org");
        var briefing = new GenericData.Record(text);
        briefing.put("text", "Prefers mornings");
        briefing.put("authorRole", "REFERRER");
        view.put("briefing", briefing);
    }

    private static GenericRecord code(Schema schema, String code) {
        var record = new GenericData.Record(schema);
        record.put("scheme", "ESTAFETTE");
        record.put("code", code);
        return record;
    }

    private static Payload payload(String view, java.util.function.Consumer<GenericRecord> fill) {
        var record = new GenericData.Record(
                Contracts.shipped().contract("view/" + view, 1).schema());
        fill.accept(record);
        return PAYLOADS.write(record);
    }

    /** The same members in the same order. */
    private static void assertJson(ObjectNode actual, String expected) throws Exception {
        assertThat(actual.toPrettyString())
                .isEqualTo(new JsonMapper().readTree(expected).toPrettyString());
    }
}
