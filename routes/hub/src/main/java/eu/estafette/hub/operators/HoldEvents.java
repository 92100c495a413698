package eu.estafette.hub.operators;

import eu.estafette.console.desk.HoldReview;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.hub.router.message.EventWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Makes the event {@code hold.reviewed} of an operator's word on a held event. Its key names that event's place. */
final class HoldEvents {

    private static final String SOURCE = "urn:estafette:hub:operator";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final EventWriter writer;

    HoldEvents(EventWriter writer) {
        this.writer = writer;
    }

    CaseEvent of(HoldReview review) {
        CaseEvent event = writer.write(
                new eu.estafette.domain.event.CaseEvent(
                        review.eventId(),
                        SOURCE,
                        EventType.HOLD_REVIEWED,
                        review.at(),
                        new Recipient(PartyId.HUB, Optional.of(review.operator())),
                        Optional.empty(),
                        Action.ORIGINAL,
                        String.join("|", review.held().place(), review.verdict().name(), review.eventId()),
                        1,
                        LocalDate.ofInstant(review.at(), ZONE),
                        false,
                        HexFormat.of().formatHex(review.eventId().getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        List.of(),
                        data(review)),
                review.at());
        event.setCaseRef(review.held().caseRef().orElse(null));
        return event;
    }

    private static Fields data(HoldReview review) {
        Fields data = Fields.of("eventId", review.held().id())
                .with("eventSource", review.held().source())
                .with("verdict", review.verdict().name());
        return review.reason().map(why -> data.with("reason", why)).orElse(data);
    }
}
