package eu.estafette.connector.dimona;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.Payload;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Notices to the party {@code ocmw-noord}. */
final class TestNotices {

    static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());
    static final String PERIOD = "123456789012";

    private TestNotices() {}

    static Notice started() {
        return notice("employment-start-full", "employment.notify.started", "ORIGINAL", PERIOD, view -> {
            view.put("employer", party(view, "KBO", TestForms.KBO));
            view.put("startDate", LocalDate.of(2026, 3, 16));
            view.put("startTime", "08:30");
            view.put("plannedEnd", LocalDate.of(2026, 9, 30));
            view.put("workerType", coded(view, "workerType", "IVT"));
            view.put("sector", coded(view, "sector", "320"));
        });
    }

    static Notice ended(String action, String key) {
        return notice(
                "employment-end-full",
                "employment.notify.ended",
                action,
                key,
                view -> view.put("actualEnd", LocalDate.of(2026, 6, 30)));
    }

    static Notice withoutEmployer() {
        return notice(
                "employment-start-fact",
                "employment.notify.started",
                "ORIGINAL",
                PERIOD,
                view -> view.put("startDate", LocalDate.of(2026, 3, 16)));
    }

    private static Notice notice(String view, String type, String action, String key, Consumer<GenericRecord> content) {
        var record = new GenericData.Record(
                Contracts.shipped().latest("view/" + view).schema());
        content.accept(record);
        Payload payload = PAYLOADS.write(record);
        SubjectKey subject = DimonaConnectorTest.TOKENS.subjectKey("INSZ", TestForms.INSZ);
        return Notice.newBuilder()
                .setNoticeId(DimonaConnectorTest.TOKENS.noticeId(subject, action.length(), "ocmw-noord"))
                .setCaseId("C0195a3b2-0000-7000-8000-000000000001")
                .setCaseRef("E1-0000000000000000000000000C")
                .setSequence(1)
                .setCreatedAt(Instant.parse("2026-03-02T08:10:00.250Z"))
                .setParty("ocmw-noord")
                .setForRole("COMMISSIONER")
                .setPurpose("INFORM")
                .setEvent(NoticeEvent.newBuilder()
                        .setId("7d1c0f6e")
                        .setType("eu.estafette.case.v1." + type)
                        .setNature("FACT")
                        .setBy("EMPLOYER")
                        .setOccurredOn(LocalDate.of(2026, 3, 2))
                        .setAction(action)
                        .setBusinessKey(key)
                        .setVersion(1)
                        .build())
                .setIdentity(Identities.seal(new Identity("INSZ", TestForms.INSZ, "Sam", "Jansen")))
                .setView(view)
                .setViewVersion(payload.getVersion())
                .setPayload(payload)
                .build();
    }

    private static GenericRecord party(GenericRecord view, String scheme, String number) {
        var value = new GenericData.Record(branch(view, "employer"));
        value.put("scheme", scheme);
        value.put("number", number);
        return value;
    }

    private static GenericRecord coded(GenericRecord view, String field, String code) {
        var value = new GenericData.Record(branch(view, field));
        value.put("scheme", "ESTAFETTE");
        value.put("code", code);
        return value;
    }

    private static Schema branch(GenericRecord view, String field) {
        return view.getSchema().getField(field).schema().getTypes().getLast();
    }
}
