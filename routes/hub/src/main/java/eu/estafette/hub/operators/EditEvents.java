package eu.estafette.hub.operators;

import eu.estafette.console.desk.Edit;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.hub.router.message.EditedPayload;
import eu.estafette.hub.router.message.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes the event {@code notice.edited} of an operator's edit. Its digest is that of its id, which follows from the edit. */
final class EditEvents {

    private static final String SOURCE = "urn:estafette:hub:operator";
    private static final String KEY = "EDIT";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final EventWriter writer;

    EditEvents(EventWriter writer) {
        this.writer = writer;
    }

    /** @throws UndecidableException if the old notice tells of no event of a case */
    CaseEvent of(Edit edit) {
        var at = edit.discard().at();
        CaseEvent event = writer.write(
                new eu.estafette.domain.event.CaseEvent(
                        edit.eventId(),
                        SOURCE,
                        EventType.NOTICE_EDITED,
                        at,
                        new Recipient(PartyId.HUB, Optional.of(edit.discard().operator())),
                        Optional.empty(),
                        Action.ORIGINAL,
                        String.join("|", edit.old().getNoticeId(), KEY, edit.eventId()),
                        1,
                        LocalDate.ofInstant(at, ZONE),
                        false,
                        HexFormat.of().formatHex(edit.eventId().getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        List.of(),
                        EditedPayload.into(about(edit.old()), edit.payload())),
                at);
        event.setCaseRef(edit.old().getCaseRef());
        return event;
    }

    private static Fields about(Notice old) {
        NoticeEvent event = old.getEvent();
        String type = EventType.ofCloudEventType(event.getType())
                .map(EventType::shortName)
                .orElseThrow(() -> new UndecidableException("UNKNOWN_TYPE", "no event type " + event.getType()));
        return Fields.of("noticeId", old.getNoticeId())
                .with("party", old.getParty())
                .with("eventId", event.getId())
                .with("eventType", type)
                .with("by", event.getBy())
                .with("occurredOn", event.getOccurredOn())
                .with("action", event.getAction())
                .with("businessKey", event.getBusinessKey())
                .with("version", Integer.toString(event.getVersion()));
    }
}
