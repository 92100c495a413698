package eu.estafette.hub.router.store;

import eu.estafette.contract.message.EventPlace;
import eu.estafette.contract.message.HeldRole;
import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.WaitingEntry;
import eu.estafette.contract.message.WaitingEvent;
import eu.estafette.contract.message.WaitingNotice;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entry {@code waiting} of the case store: events that cannot be applied yet, and notices that wait for consent. */
final class WaitingCodec {

    private final Contracts contracts;
    private final PayloadCodec payloads;

    WaitingCodec(Contracts contracts, PayloadCodec payloads) {
        this.contracts = contracts;
        this.payloads = payloads;
    }

    /** @param places of the events */
    WaitingEntry write(Waiting waiting, Map<EventName, Place> places) {
        return new WaitingEntry(
                waiting.last(),
                waiting.events().stream()
                        .map(held -> write(held, Objects.requireNonNull(places.get(EventName.of(held.event())))))
                        .toList(),
                waiting.notices().stream()
                        .map(held -> write(held, places.get(EventName.of(held.cause()))))
                        .toList());
    }

    /** @param places gets those of the events */
    Waiting read(WaitingEntry entry, Map<EventName, Place> places) {
        entry.getEvents()
                .forEach(held -> places.put(new EventName(held.getSource(), held.getId()), read(held.getPlace())));
        entry.getNotices().stream()
                .filter(held -> held.getPlace() != null)
                .forEach(held -> places.put(new EventName(held.getSource(), held.getEventId()), read(held.getPlace())));
        return new Waiting(
                entry.getEvents().stream().map(this::read).toList(),
                entry.getNotices().stream().map(WaitingCodec::read).toList(),
                entry.getLast());
    }

    private WaitingEvent write(HeldEvent held, Place place) {
        CaseEvent event = held.event();
        return WaitingEvent.newBuilder()
                .setNumber(held.number())
                .setReason(held.reason())
                .setUntil(held.until())
                .setId(event.id())
                .setSource(event.source())
                .setType(event.type().shortName())
                .setTime(event.time())
                .setParty(event.sender().party().value())
                .setPerson(event.sender().person().orElse(null))
                .setAs(event.as().map(Enum::name).orElse(null))
                .setAction(event.action().name())
                .setBusinessKey(event.businessKey())
                .setVersion(event.version())
                .setOccurredOn(event.occurredOn())
                .setPartial(event.partial())
                .setDigest(ByteBuffer.wrap(HexFormat.of().parseHex(event.digest())))
                .setRuleset(event.ruleset().orElse(null))
                .setRoles(event.roles().stream().map(WaitingCodec::write).toList())
                .setContent(content(event))
                .setPlace(write(place))
                .build();
    }

    private HeldEvent read(WaitingEvent held) {
        byte[] digest = new byte[held.getDigest().remaining()];
        held.getDigest().duplicate().get(digest);
        return new HeldEvent(
                held.getNumber(),
                new CaseEvent(
                        held.getId(),
                        held.getSource(),
                        type(held.getType()),
                        held.getTime(),
                        HeadCodec.recipient(held.getParty(), held.getPerson()),
                        Optional.ofNullable(held.getAs()).map(Role::valueOf),
                        Action.valueOf(held.getAction()),
                        held.getBusinessKey(),
                        held.getVersion(),
                        held.getOccurredOn(),
                        held.getPartial(),
                        HexFormat.of().formatHex(digest),
                        Optional.ofNullable(held.getRuleset()),
                        held.getRoles().stream().map(WaitingCodec::read).toList(),
                        Optional.ofNullable(held.getContent())
                                .map(payload -> FieldsCodec.toFields(payloads.read(payload)))
                                .orElse(Fields.NONE)),
                held.getReason(),
                held.getUntil());
    }

    private @Nullable Payload content(CaseEvent event) {
        return event.data().values().isEmpty()
                ? null
                : payloads.write(FieldsCodec.toRecord(
                        contracts.latest("event/" + event.type().shortName()).schema(), event.data()));
    }

    static HeldRole write(RoleClaim claim) {
        return new HeldRole(
                claim.role().name(),
                claim.party().value(),
                claim.person().orElse(null),
                claim.coachKind().map(Enum::name).orElse(null),
                null);
    }

    static RoleClaim read(HeldRole claim) {
        return new RoleClaim(
                Role.valueOf(claim.getRole()),
                new PartyId(claim.getParty()),
                Optional.ofNullable(claim.getPerson()),
                Optional.ofNullable(claim.getCoachKind()).map(CoachKind::valueOf));
    }

    private static EventPlace write(Place place) {
        return new EventPlace(place.party(), place.partition(), place.offset(), place.acceptedAt());
    }

    private static Place read(EventPlace place) {
        return new Place(place.getParty(), place.getPartition(), place.getOffset(), place.getAcceptedAt());
    }

    /** @param place of the event it tells of, where it is known */
    private static WaitingNotice write(HeldNotice held, @Nullable Place place) {
        Cause cause = held.cause();
        return WaitingNotice.newBuilder()
                .setNumber(held.number())
                .setRole(held.role().name())
                .setParty(held.recipient().party().value())
                .setPerson(held.recipient().person().orElse(null))
                .setView(held.view())
                .setScope(held.scope().stream().map(Enum::name).sorted().toList())
                .setObjectFamily(held.object().family())
                .setObjectKey(held.object().key())
                .setStep(held.step().orElse(null))
                .setRule(held.rule().orElse(null))
                .setUntil(held.until())
                .setEventId(cause.id())
                .setSource(cause.line().source())
                .setType(cause.line().type().shortName())
                .setBusinessKey(cause.line().businessKey())
                .setBy(cause.by())
                .setOccurredOn(cause.occurredOn())
                .setAction(cause.action().name())
                .setVersion(cause.version())
                .setPlace(place == null ? null : write(place))
                .build();
    }

    private static HeldNotice read(WaitingNotice held) {
        return new HeldNotice(
                held.getNumber(),
                Role.valueOf(held.getRole()),
                HeadCodec.recipient(held.getParty(), held.getPerson()),
                held.getView(),
                held.getScope().stream().map(Category::valueOf).collect(Collectors.toSet()),
                new ObjectKey(held.getObjectFamily(), held.getObjectKey()),
                Optional.ofNullable(held.getStep()),
                Optional.ofNullable(held.getRule()),
                new Cause(
                        held.getEventId(),
                        new Line(held.getSource(), type(held.getType()), held.getBusinessKey()),
                        held.getBy(),
                        held.getOccurredOn(),
                        Action.valueOf(held.getAction()),
                        held.getVersion()),
                held.getUntil());
    }

    private static EventType type(String shortName) {
        return EventType.ofShortName(shortName).orElseThrow();
    }
}
