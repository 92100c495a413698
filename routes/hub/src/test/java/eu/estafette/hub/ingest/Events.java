package eu.estafette.hub.ingest;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;

/** Events as the checks would make them. */
final class Events {

    private Events() {}

    static CaseEvent event(String id) {
        GeneratedClasses.trust();
        return CaseEvent.newBuilder()
                .setId(id)
                .setSource("urn:estafette:party:gemeente-oost")
                .setType("eu.estafette.case.v1.referral.notify.requested")
                .setTime(Instant.parse("2026-03-02T08:15:00Z"))
                .setRecordedTime(Instant.parse("2026-03-02T10:00:00.123456Z"))
                .setParty("gemeente-oost")
                .setAction("ORIGINAL")
                .setBusinessKey("REF-17")
                .setOccurredOn(LocalDate.of(2026, 3, 2))
                .setDigest(ByteBuffer.wrap(new byte[32]))
                .build();
    }
}
