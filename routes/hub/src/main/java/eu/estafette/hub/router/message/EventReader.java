package eu.estafette.hub.router.message;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.hub.router.store.FieldsCodec;
import eu.estafette.hub.router.store.Provenance;
import eu.estafette.kit.notice.StepId;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** Translates an accepted event into the domain's words. */
public final class EventReader {

    private static final String NOTICE_SEQUENCE = "noticeSequence";

    private final PayloadCodec payloads;
    private final Tokens tokens;

    public EventReader(PayloadCodec payloads, Tokens tokens) {
        this.payloads = payloads;
        this.tokens = tokens;
    }

    /**
     * Reads an event about the case that is kept under a subject.
     *
     * @param from where that case comes from
     * @throws UndecidableException if the type, a role or an answered notice is not one of ours
     */
    public eu.estafette.domain.event.CaseEvent read(CaseEvent event, SubjectKey here, Provenance from) {
        EventType type = EventType.ofCloudEventType(event.getType())
                .orElseThrow(() -> new UndecidableException("UNKNOWN_TYPE", "no event type " + event.getType()));
        return new eu.estafette.domain.event.CaseEvent(
                event.getId(),
                event.getSource(),
                type,
                event.getTime(),
                new Recipient(new PartyId(event.getParty()), Optional.ofNullable(event.getPerson())),
                Optional.ofNullable(event.getAs()).map(Role::valueOf),
                Action.valueOf(event.getAction()),
                event.getBusinessKey(),
                event.getEventVersion(),
                event.getOccurredOn(),
                event.getPartial(),
                hex(event.getDigest()),
                Optional.ofNullable(event.getRuleset()),
                event.getRoles().stream().map(EventReader::claim).toList(),
                withNoticeSequence(type, event, here, from));
    }

    private Fields withNoticeSequence(EventType type, CaseEvent event, SubjectKey here, Provenance from) {
        Fields data = Optional.ofNullable(event.getPayload())
                .map(payload -> FieldsCodec.toFields(payloads.read(payload)))
                .orElse(Fields.NONE);
        if (type == EventType.NOTICE_EDITED) {
            String receiver = data.text("party").orElse("");
            return withNoticeSequence(data, receiver, here, from).with("content", editedContent(data));
        }
        if (type != EventType.NOTICE_ANSWERED) {
            return data;
        }
        Optional<StepId> step = event.getParty().equals(PartyId.HUB.value())
                ? data.text("noticeId").flatMap(StepId::parse)
                : Optional.empty();
        if (step.isPresent()) {
            return data.with("stepCode", step.get().code())
                    .with("stepFamily", step.get().objectFamily())
                    .with("stepKey", step.get().objectKey());
        }
        return withNoticeSequence(data, event.getParty(), here, from);
    }

    private Fields withNoticeSequence(Fields data, String party, SubjectKey here, Provenance from) {
        return data.text("noticeId")
                .flatMap(noticeId -> tokens.openNoticeId(noticeId, party))
                .flatMap(notice -> from.sequence(notice, here))
                .map(sequence -> data.with(NOTICE_SEQUENCE, sequence))
                .orElseThrow(() -> new UndecidableException(
                        "UNKNOWN_NOTICE", "the notice id was not made for party " + party + ", or not in this case"));
    }

    /** The fields of the view, as they were edited. */
    private Fields editedContent(Fields data) {
        return FieldsCodec.toFields(payloads.read(EditedPayload.of(data)));
    }

    private static RoleClaim claim(eu.estafette.contract.message.RoleClaim claim) {
        return new RoleClaim(
                Role.valueOf(claim.getRole()),
                new PartyId(claim.getParty()),
                Optional.ofNullable(claim.getPerson()),
                Optional.ofNullable(claim.getCoachKind()).map(CoachKind::valueOf));
    }

    private static String hex(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
