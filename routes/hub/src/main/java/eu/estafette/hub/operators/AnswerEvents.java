package eu.estafette.hub.operators;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.kit.notice.StepId;
import eu.estafette.schemas.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the event {@code notice.answered} of an operator's answer: of party {@code hub}, level BUSINESS. */
final class AnswerEvents {

    private static final String SOURCE = "urn:estafette:hub:operator";
    private static final String LEVEL = "BUSINESS";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final EventWriter writer;
    private final InstantSource clock;

    AnswerEvents(EventWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** @param operator the name in the token */
    CaseEvent of(String stepId, StepId step, Fields answer, String operator) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String id = UUID.randomUUID().toString();
        CaseEvent event = writer.write(
                new eu.estafette.domain.event.CaseEvent(
                        id,
                        SOURCE,
                        EventType.NOTICE_ANSWERED,
                        now,
                        new Recipient(PartyId.HUB, Optional.of(operator)),
                        Optional.empty(),
                        Action.ORIGINAL,
                        String.join("|", stepId, LEVEL, id),
                        1,
                        LocalDate.ofInstant(now, ZONE),
                        false,
                        digest(id),
                        Optional.empty(),
                        List.of(),
                        answer.with("noticeId", stepId).with("level", LEVEL)),
                now);
        event.setCaseRef(step.caseRef());
        return event;
    }

    /** No two answers are the same message. */
    private static String digest(String id) {
        return HexFormat.of().formatHex(Sha256.of(id));
    }
}
