package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.decider.Cascade;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.Decision;
import eu.estafette.hub.router.message.DecisionWriter;
import eu.estafette.hub.router.message.EventEntries;
import eu.estafette.hub.router.message.EventReader;
import eu.estafette.hub.router.message.Forgetting;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.MoveWriter;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseCodec;
import eu.estafette.hub.router.store.CaseEntries;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.hub.router.store.Place;
import eu.estafette.hub.router.store.StoredSubject;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around the decision: reads an event and its case, has it decided, and encodes everything that follows before anything is
 * stored. So an event that cannot be read, decided or encoded leaves no trace but its place on the Invalid Message Channel. Whoever calls
 * this puts all effects of one event in one transaction with its offset.
 */
public final class Router {

    private static final Logger log = LoggerFactory.getLogger(Router.class);

    /** Cases looked after at once: few enough for the transaction's time, however many clocks ring on one day. */
    private static final int DUE_AT_ONCE = 500;

    private final Cascade decisions;
    private final Due due;
    private final InstantSource clock;
    private final Deserializer<SpecificRecord> deserializer;
    private final EventReader events;
    private final CaseCodec cases;
    private final DecisionWriter writer;
    private final CaseMover mover;
    private final FallenDue fallenDue;

    /** @param caseWide whether a step of this code belongs to the case instead of an object */
    public Router(
            Decision.Function decisions,
            Joining joining,
            Due due,
            Predicate<String> caseWide,
            Tokens tokens,
            Contracts contracts,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            InstantSource clock) {
        var payloads = new PayloadCodec(contracts);
        this.decisions = new Cascade(decisions);
        this.due = due;
        this.clock = clock;
        this.deserializer = deserializer;
        this.events = new EventReader(payloads, tokens);
        this.cases = new CaseCodec(contracts, payloads, serializer, deserializer);
        this.writer = new DecisionWriter(contracts, payloads, tokens, caseWide, serializer);
        this.mover = new CaseMover(joining, this.decisions, due, tokens, cases, writer, new MoveWriter(serializer));
        this.fallenDue = new FallenDue(due, cases, writer, new Forgetting(tokens));
    }

    /** The cases that are kept in these entries. */
    public CaseStore open(CaseEntries entries) {
        return new CaseStore(entries, cases, due::hasLeft);
    }

    /**
     * Decides one event, with all held events that it lets go, and changes the store accordingly.
     *
     * @return what must be sent, in this order
     * @throws RuntimeException only if the store fails: that is the caller's trouble, not the event's, and must abort its transaction
     */
    public List<Outgoing> route(CaseStore store, Incoming incoming) {
        @Nullable CaseEvent event = null;
        Effects effects;
        try {
            SpecificRecord record = deserializer.deserialize(Topics.EVENTS, incoming.value());
            var subject = new SubjectKey(incoming.key());
            StoredSubject before = store.find(subject);
            if (record instanceof CaseMoved moved) {
                effects = mover.arrive(subject, before, moved, clock.instant());
            } else {
                event = (CaseEvent) record;
                effects = before.alias().isPresent()
                        ? mover.forward(subject, before, event, incoming, clock.instant())
                        : decide(before, subject, event, incoming);
            }
        } catch (RuntimeException failure) {
            return setAside(incoming, event, failure);
        }
        effects.change().ifPresent(change -> change.put(store));
        return effects.outgoing();
    }

    /**
     * Looks after what has fallen due in the hub's time, in some of the cases; in the others next time. A case that cannot be read or
     * written is passed over: it must not keep the others waiting.
     *
     * @return what must be sent: events about these cases, to be routed as all others are, and word of what waited in vain
     * @throws RuntimeException only if the store fails
     */
    public List<Outgoing> raiseDue(CaseStore store) {
        Instant now = clock.instant();
        List<Outgoing> raised = new ArrayList<>();
        for (SubjectKey subject : store.takeDue(now, DUE_AT_ONCE)) {
            Effects effects;
            try {
                effects = fallenDue.in(store.find(subject), subject, now);
            } catch (RuntimeException failure) {
                log.atError()
                        .addKeyValue("subject", subject)
                        .addKeyValue("failure", failure.getClass().getName())
                        .log("what is due in this case is not looked after until its next event or the next start");
                continue;
            }
            effects.change().ifPresent(change -> change.put(store));
            raised.addAll(effects.outgoing());
        }
        return raised;
    }

    private Effects decide(StoredSubject before, SubjectKey subject, CaseEvent event, Incoming incoming) {
        Instant now = clock.instant();
        var heard = events.read(event, subject, before.from());
        // a caseRef names a case, it never opens one
        boolean namesNone = before.file().isEmpty()
                && event.getCaseRef() != null
                && heard.type().opensCase();
        Cascade.Result result = namesNone
                ? decisions.keep(before.anteroom(), heard, now)
                : decisions.decide(before.file(), before.anteroom(), heard, now);

        Place place = DecisionWriter.place(incoming, event);
        Map<EventName, Place> places = placed(before.places(), heard, place, result);
        var identity = CaseMover.identity(before, event, heard.type(), incoming);
        var turn = new DecisionWriter.Turn(subject, before.from(), identity, places, now);
        List<Outgoing> outgoing = writer.write(turn, EventEntries.of(event, place, now), result);
        StoredSubject after = before.of(identity).with(result.after(), result.anteroom(), places, due);
        return mover.settle(subject, before, before.file(), after, outgoing, now);
    }

    /** With the place of this event, also under the name of a line it is an echo of: what waits for consent tells of that line. */
    private static Map<EventName, Place> placed(
            Map<EventName, Place> known,
            eu.estafette.domain.event.CaseEvent heard,
            Place place,
            Cascade.Result result) {
        Map<EventName, Place> places = new HashMap<>(known);
        result.after().ifPresent(after -> after.waiting().notices().stream()
                .map(HeldNotice::cause)
                .filter(cause -> cause.id().equals(heard.id()))
                .forEach(cause -> places.putIfAbsent(EventName.of(cause), place)));
        places.put(EventName.of(heard), place);
        return places;
    }

    private List<Outgoing> setAside(Incoming incoming, @Nullable CaseEvent event, RuntimeException failure) {
        log.atWarn()
                .addKeyValue("event", event == null ? "unreadable" : event.getId())
                .addKeyValue("partition", incoming.partition())
                .addKeyValue("offset", incoming.offset())
                .addKeyValue("code", DecisionWriter.code(failure))
                .addKeyValue("failure", failure.getClass().getName())
                .log("event set aside as invalid");
        return writer.invalid(incoming, Optional.ofNullable(event), failure, clock.instant());
    }
}
