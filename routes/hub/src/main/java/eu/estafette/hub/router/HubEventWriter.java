package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.Schema;

/** Writes the events that the hub itself raises about a case: rings of clocks, steps that are overdue. */
final class HubEventWriter {

    private final Contracts contracts;
    private final PayloadCodec payloads;

    HubEventWriter(Contracts contracts, PayloadCodec payloads) {
        this.contracts = contracts;
        this.payloads = payloads;
    }

    CaseEvent write(eu.estafette.domain.event.CaseEvent event, Instant now) {
        Schema schema = contracts.latest("event/" + event.type().shortName()).schema();
        return CaseEvent.newBuilder()
                .setId(event.id())
                .setSource(event.source())
                .setType(event.type().cloudEventType())
                .setTime(event.time())
                .setRecordedTime(now)
                .setParty(event.sender().party().value())
                .setAction(event.action().name())
                .setBusinessKey(event.businessKey())
                .setEventVersion(event.version())
                .setOccurredOn(event.occurredOn())
                .setDigest(ByteBuffer.wrap(HexFormat.of().parseHex(event.digest())))
                .setPayload(payloads.write(FieldsCodec.toRecord(schema, event.data())))
                .build();
    }
}
