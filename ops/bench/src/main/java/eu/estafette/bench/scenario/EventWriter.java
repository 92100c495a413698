package eu.estafette.bench.scenario;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Payload;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Sha256;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Writes events as the door and the delivery do: payload by contract, the person sealed. */
final class EventWriter {

    private final PayloadCodec payloads;
    private final Contracts contracts;
    private final Instant now;

    EventWriter(Contracts contracts, Instant now) {
        this.contracts = contracts;
        this.payloads = new PayloadCodec(contracts);
        this.now = now;
    }

    /** A partner's event about a person. */
    CaseEvent.Builder partners(Subject subject, String party, EventType type, String key, Map<String, Object> content) {
        return event(Parties.source(party), party, type, key, content).setIdentity(subject.identity());
    }

    /** The hub's own event that a notice has arrived. */
    CaseEvent.Builder receipt(Receipt receipt) {
        String key = receipt.noticeId() + "|TRANSPORT|1";
        return event(
                        PartyId.HUB_SOURCE,
                        receipt.party(),
                        EventType.NOTICE_ANSWERED,
                        key,
                        Contents.receipt(receipt.noticeId()))
                .setAs(receipt.role())
                .setRelatedTo(receipt.noticeId())
                .setRelatedToSource(PartyId.HUB_SOURCE);
    }

    private CaseEvent.Builder event(
            String source, String party, EventType type, String key, Map<String, Object> content) {
        Schema schema = contracts.latest("event/" + type.shortName()).schema();
        Payload payload = payloads.write((GenericData.Record) toAvro(schema, content));
        return CaseEvent.newBuilder()
                .setId(party + "-" + key)
                .setSource(source)
                .setType(type.cloudEventType())
                .setTime(now)
                .setRecordedTime(now)
                .setParty(party)
                .setAction(Action.ORIGINAL.name())
                .setBusinessKey(key)
                .setOccurredOn(Contents.TODAY)
                .setDigest(digest(payload.getOpen()))
                .setPayload(payload);
    }

    private static Object toAvro(Schema schema, Object value) {
        Schema present = schema.isUnion() ? schema.getTypes().get(1) : schema;
        return switch (value) {
            case Map<?, ?> fields -> {
                var record = new GenericData.Record(present);
                fields.forEach((name, field) -> record.put(
                        (String) name, toAvro(present.getField((String) name).schema(), field)));
                yield record;
            }
            case List<?> items ->
                items.stream()
                        .map(item -> toAvro(present.getElementType(), item))
                        .toList();
            default -> value;
        };
    }

    private static ByteBuffer digest(ByteBuffer open) {
        return ByteBuffer.wrap(Sha256.of(open));
    }
}
