package eu.estafette.kit.rig;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Payload;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.notice.StepTexts;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.Member;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.Party.Region;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A referral that a coach organisation must decide on, and the job start that it is told of. */
public final class SampleNotices {

    public static final Instant NOW = Instant.parse("2026-03-02T08:15:01Z");

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());

    private SampleNotices() {}

    public static NoticeJson noticeJson() {
        return new NoticeJson(PAYLOADS, URI.create("https://hub.example"), StepTexts.shipped());
    }

    public static Delivery delivery(Notice notice, DeliveryAddress address) {
        return new Delivery(notice, party(address, List.of()), address);
    }

    public static Party party(DeliveryAddress deliver, List<Member> persons) {
        return new Party(
                new PartyId("jobcoach-noord"),
                Map.of("nl", "Jobcoach Noord"),
                Region.NL,
                Set.of(Role.COACH_ORGANISATION, Role.COACH),
                false,
                List.of(),
                List.of("urn:estafette:party:jobcoach-noord"),
                deliver,
                persons,
                List.of(),
                Optional.empty(),
                "nl",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                8,
                Optional.empty(),
                Optional.empty(),
                RecordFailure.PARK_CASE,
                List.of(),
                1);
    }

    public static Notice act() {
        GenericRecord data = view("referral-full");
        data.put("kind", coded(data, "kind", "JOB_COACHING"));
        data.put("requestedStart", LocalDate.of(2026, 3, 16));
        data.put("decideBefore", LocalDate.of(2026, 3, 9));
        data.put("hours", new BigDecimal("32.5000"));
        data.put("contact", "intake@utrecht.example");
        return notice("N1-0000000000000000000000000A", data)
                .setPurpose("ACT")
                .setStep(new NoticeStep("DECIDE-REFERRAL", LocalDate.of(2026, 3, 9)))
                .setEvent(event("referral.notify.requested", "REQUEST", "REFERRER", "REF-2026-0017"))
                .setIdentity(Identities.seal(new Identity("BSN", "999990342", "Sam", "Jansen")))
                .setView("referral-full")
                .setOutcomes(List.of("ACCEPTED", "DECLINED", "NEEDS_INFO"))
                .setRule("R1")
                .build();
    }

    public static Notice inform() {
        GenericRecord data = view("employment-start-fact");
        data.put("startDate", LocalDate.of(2026, 4, 1));
        return notice("N1-0000000000000000000000000B", data)
                .setPerson("coach-1")
                .setForRole("COACH")
                .setPurpose("INFORM")
                .setEvent(event("employment.notify.started", "FACT", "EMPLOYER", "EMP-4"))
                .setIdentity(Identities.seal(new Identity(null, null, "Sam", "Jansen")))
                .setView("employment-start-fact")
                .build();
    }

    private static Notice.Builder notice(String id, GenericRecord data) {
        Payload payload = PAYLOADS.write(data);
        return Notice.newBuilder()
                .setNoticeId(id)
                .setCaseId("C0195a3b2-0000-7000-8000-000000000001")
                .setCaseRef("E1-0000000000000000000000000C")
                .setSequence(1)
                .setCreatedAt(Instant.parse("2026-03-02T08:15:00.250Z"))
                .setParty("jobcoach-noord")
                .setForRole("COACH_ORGANISATION")
                .setViewVersion(payload.getVersion())
                .setPayload(payload);
    }

    private static NoticeEvent event(String type, String nature, String by, String businessKey) {
        return NoticeEvent.newBuilder()
                .setId("7d1c0f6e")
                .setType("eu.estafette.case.v1." + type)
                .setNature(nature)
                .setBy(by)
                .setOccurredOn(LocalDate.of(2026, 3, 2))
                .setAction("ORIGINAL")
                .setBusinessKey(businessKey)
                .setVersion(1)
                .build();
    }

    private static GenericRecord view(String name) {
        return new GenericData.Record(Contracts.shipped().latest("view/" + name).schema());
    }

    private static GenericRecord coded(GenericRecord record, String field, String code) {
        Schema coded = record.getSchema().getField(field).schema().getTypes().getLast();
        var value = new GenericData.Record(coded);
        value.put("scheme", "ESTAFETTE");
        value.put("code", code);
        return value;
    }
}
