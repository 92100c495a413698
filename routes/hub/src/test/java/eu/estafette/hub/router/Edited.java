package eu.estafette.hub.router;

import eu.estafette.contract.message.Notice;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.hub.router.message.EditedPayload;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** What the desk sends when an operator has edited a notice. */
final class Edited {

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());
    private static final EventWriter EVENTS = new EventWriter(Contracts.shipped(), PAYLOADS);

    private Edited() {}

    static eu.estafette.contract.message.CaseEvent of(Notice old, GenericRecord content) {
        var about = old.getEvent();
        Fields data = Fields.of("noticeId", old.getNoticeId())
                .with("party", old.getParty())
                .with("eventId", about.getId())
                .with(
                        "eventType",
                        EventType.ofCloudEventType(about.getType())
                                .orElseThrow()
                                .shortName())
                .with("by", about.getBy())
                .with("occurredOn", about.getOccurredOn())
                .with("action", about.getAction())
                .with("businessKey", about.getBusinessKey())
                .with("version", Integer.toString(about.getVersion()));
        Instant now = Instant.parse("2026-03-03T08:00:00Z");
        return EVENTS.write(
                new CaseEvent(
                        "edit-1",
                        "urn:estafette:hub:operator",
                        EventType.NOTICE_EDITED,
                        now,
                        new Recipient(PartyId.HUB, Optional.of("ann")),
                        Optional.empty(),
                        Action.ORIGINAL,
                        old.getNoticeId() + "|EDIT|edit-1",
                        1,
                        LocalDate.parse("2026-03-03"),
                        false,
                        "00",
                        Optional.empty(),
                        List.of(),
                        EditedPayload.into(data, PAYLOADS.write(content))),
                now);
    }
}
