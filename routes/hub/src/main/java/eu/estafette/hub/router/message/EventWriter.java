package eu.estafette.hub.router.message;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.RoleClaim;
import eu.estafette.domain.party.Role;
import eu.estafette.hub.router.store.FieldsCodec;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.Schema;

/** Translates the domain's words into an event as it is accepted; the way back is {@link EventReader}. */
public final class EventWriter {

    private final Contracts contracts;
    private final PayloadCodec payloads;

    public EventWriter(Contracts contracts, PayloadCodec payloads) {
        this.contracts = contracts;
        this.payloads = payloads;
    }

    public CaseEvent write(eu.estafette.domain.event.CaseEvent event, Instant acceptedAt) {
        Schema schema = contracts.latest("event/" + event.type().shortName()).schema();
        return CaseEvent.newBuilder()
                .setId(event.id())
                .setSource(event.source())
                .setType(event.type().cloudEventType())
                .setTime(event.time())
                .setRecordedTime(acceptedAt)
                .setParty(event.sender().party().value())
                .setPerson(event.sender().person().orElse(null))
                .setAs(event.as().map(Role::name).orElse(null))
                .setAction(event.action().name())
                .setBusinessKey(event.businessKey())
                .setEventVersion(event.version())
                .setOccurredOn(event.occurredOn())
                .setPartial(event.partial())
                .setRuleset(event.ruleset().orElse(null))
                .setRoles(event.roles().stream().map(EventWriter::claim).toList())
                .setDigest(ByteBuffer.wrap(HexFormat.of().parseHex(event.digest())))
                .setPayload(
                        event.data().values().isEmpty()
                                ? null
                                : payloads.write(FieldsCodec.toRecord(schema, event.data())))
                .build();
    }

    private static RoleClaim claim(eu.estafette.domain.event.RoleClaim claim) {
        return new RoleClaim(
                claim.role().name(),
                claim.party().value(),
                claim.person().orElse(null),
                claim.coachKind().map(Enum::name).orElse(null));
    }
}
