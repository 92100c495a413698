package eu.estafette.kit.check;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.RoleClaim;
import eu.estafette.contract.message.Sealed;
import eu.estafette.kit.check.Envelope.About;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Puts a draft that passed all stages into the form in which it travels. */
final class EventWriter {

    /** Where days begin for the hub's calendars. */
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final PayloadCodec payloads;
    private final Digest digest;

    EventWriter(PayloadCodec payloads, Digest digest) {
        GeneratedClasses.trust();
        this.payloads = payloads;
        this.digest = digest;
    }

    CaseEvent write(Identified identified, Instant now) {
        Draft draft = identified.draft();
        Envelope envelope = draft.envelope();
        Attributes attributes = draft.attributes();
        return CaseEvent.newBuilder()
                .setId(attributes.id())
                .setSource(attributes.source())
                .setType(attributes.type().cloudEventType())
                .setTime(attributes.time())
                .setRecordedTime(now)
                .setParty(draft.sender().id().value())
                .setAs(envelope.as().orElse(null))
                .setAction(envelope.action().name())
                .setBusinessKey(envelope.businessKey())
                .setEventVersion(envelope.version())
                .setOccurredOn(envelope.occurredOn().orElseGet(() -> day(attributes.time())))
                .setPartial(draft.message().partial())
                .setCaseRef(envelope.subject().caseRef().orElse(null))
                .setRuleset(envelope.ruleset().orElse(null))
                .setRoles(envelope.roles().stream().map(EventWriter::claim).toList())
                .setDigest(ByteBuffer.wrap(digest.of(draft, identified.subject())))
                .setIdentity(identity(envelope.subject()))
                .setPayload(payload(draft))
                .setRelatedTo(attributes.relatedTo().orElse(null))
                .setRelatedToSource(attributes.relatedToSource().orElse(null))
                .setCorrelationId(attributes.correlationId().orElse(null))
                .setCausationId(attributes.causationId().orElse(null))
                .setDroppedFields(draft.droppedFields())
                .setDataref(draft.message().original().map(OriginalRef::sha256).orElse(null))
                .build();
    }

    /** What is taken back on a day happened on that day, unless it says otherwise. */
    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }

    private static RoleClaim claim(Envelope.Claim claim) {
        return new RoleClaim(
                claim.role(),
                claim.party(),
                claim.person().orElse(null),
                claim.coachKind().orElse(null));
    }

    private static @Nullable Sealed identity(About about) {
        return about.number().isEmpty()
                ? null
                : Identities.seal(new Identity(
                        about.scheme().orElse(null),
                        about.number().orElse(null),
                        about.givenName().orElse(null),
                        about.familyName().orElse(null)));
    }

    /** An undoing message with less than its contract requires needs no content: what it undoes is known by its key. */
    private @Nullable Payload payload(Draft draft) {
        GenericRecord content = draft.content();
        boolean complete = content.getSchema().getFields().stream()
                .noneMatch(field -> ContractReader.isRequired(field) && content.get(field.pos()) == null);
        return complete ? payloads.write(content) : null;
    }
}
