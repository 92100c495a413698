package eu.estafette.local.registry;

import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.Sealed;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A message with every kind of field: nested and optional records, dates, times, bytes, lists. */
final class Messages {

    static {
        // the builder copies generated records before any serializer is made
        GeneratedClasses.trust();
    }

    private Messages() {}

    static Notice notice() {
        return Notice.newBuilder()
                .setNoticeId("N1-TEST")
                .setCaseId("C018f0000-0000-7000-8000-000000000001")
                .setCaseRef("E1-TEST")
                .setSequence(3)
                .setCreatedAt(Instant.parse("2026-03-02T08:15:00.123456Z"))
                .setParty("jobcoach-noord")
                .setForRole("COACH_ORGANISATION")
                .setPurpose("ACT")
                .setStep(new NoticeStep("DECIDE_REFERRAL", LocalDate.of(2026, 3, 9)))
                .setEvent(NoticeEvent.newBuilder()
                        .setId("7d1c")
                        .setType("eu.estafette.case.v1.referral.notify.requested")
                        .setNature("REQUEST")
                        .setBy("REFERRER")
                        .setOccurredOn(LocalDate.of(2026, 3, 2))
                        .setAction("ORIGINAL")
                        .setBusinessKey("REF-2026-0017")
                        .setVersion(1)
                        .build())
                .setView("referral-full")
                .setViewVersion(1)
                .setPayload(new Payload("view/referral-full", 1, bytes(0, 2, 4, 6), new Sealed(0, bytes(-1, 127, 0))))
                .setOutcomes(List.of("ACCEPTED", "DECLINED"))
                .build();
    }

    private static ByteBuffer bytes(int... values) {
        var buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }
}
