package eu.estafette.hub.delivery.outcome;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Payload;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.schemas.Contract;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.avro.generic.GenericData;

/**
 * The receipt of level TRANSPORT: that a receiver has its notice, or that the notice was caught before it did, as an event on the case. Written again after a call in doubt it is equal
 * but for its times, so that the router takes it for the duplicate it is.
 */
final class TransportReceipt {

    private static final String LEVEL = "TRANSPORT";
    private static final int VERSION = 1;

    /** Of a notice that was asked back: its receiver has it all the same. */
    static final String TOO_LATE = "TOO_LATE";

    private static final String CAUGHT = "WITHDRAWN";

    /** Days are days in Brussels, as for clocks and due dates. */
    private static final ZoneId DAYS = ZoneId.of("Europe/Brussels");

    private final PayloadCodec payloads;
    private final Contract contract;

    TransportReceipt(PayloadCodec payloads) {
        this.payloads = payloads;
        this.contract = Contracts.shipped().latest("event/" + EventType.NOTICE_ANSWERED.shortName());
    }

    CaseEvent of(Notice notice, Instant at) {
        return event(notice, data(notice), at);
    }

    /** That the notice was asked back in time, so that nobody has it. */
    CaseEvent caught(Notice notice, Instant at) {
        return event(notice, declined(notice, CAUGHT), at);
    }

    /** That the notice was asked back, and its receiver has it. */
    CaseEvent tooLate(Notice notice, Instant at) {
        return event(notice, declined(notice, TOO_LATE), at);
    }

    private CaseEvent event(Notice notice, GenericData.Record data, Instant at) {
        Payload payload = payloads.write(data);
        String key = String.join("|", notice.getNoticeId(), LEVEL, String.valueOf(VERSION));
        return CaseEvent.newBuilder()
                .setId(key)
                .setSource(PartyId.HUB_SOURCE)
                .setType(EventType.NOTICE_ANSWERED.cloudEventType())
                .setTime(at)
                .setRecordedTime(at)
                .setParty(notice.getParty())
                .setPerson(notice.getPerson())
                .setAs(notice.getForRole())
                .setAction(Action.ORIGINAL.name())
                .setBusinessKey(key)
                .setEventVersion(VERSION)
                .setOccurredOn(at.atZone(DAYS).toLocalDate())
                .setCaseRef(notice.getCaseRef())
                .setDigest(digest(payload.getOpen()))
                .setPayload(payload)
                .setRelatedTo(notice.getNoticeId())
                .setRelatedToSource(PartyId.HUB_SOURCE)
                .setCausationId(notice.getEvent().getId())
                .build();
    }

    private GenericData.Record declined(Notice notice, String code) {
        var reason = new GenericData.Record(
                contract.schema().getField("reason").schema().getTypes().getLast());
        reason.put("scheme", "ESTAFETTE");
        reason.put("code", code);
        GenericData.Record data = data(notice);
        data.put("outcome", "DECLINED");
        data.put("reason", reason);
        return data;
    }

    private GenericData.Record data(Notice notice) {
        var data = new GenericData.Record(contract.schema());
        data.put("noticeId", notice.getNoticeId());
        data.put("level", LEVEL);
        return data;
    }

    private static ByteBuffer digest(ByteBuffer bytes) {
        return ByteBuffer.wrap(Sha256.of(bytes));
    }
}
