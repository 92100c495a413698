package eu.estafette.hub.router.message;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalEvent;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Line;
import eu.estafette.hub.router.store.Place;
import java.time.Instant;

/** Begins the journal entry that tells what became of an accepted event. */
public final class EventEntries {

    private static final String DECIDED = "DECIDED";

    private EventEntries() {}

    /** Of an event as it came. */
    public static JournalEntry.Builder of(CaseEvent event, Place place, Instant now) {
        return begun(
                        JournalEvent.newBuilder()
                                .setId(event.getId())
                                .setSource(event.getSource())
                                .setType(EventType.ofCloudEventType(event.getType())
                                        .map(EventType::shortName)
                                        .orElse(event.getType()))
                                .setBusinessKey(event.getBusinessKey())
                                .setAction(event.getAction())
                                .setVersion(event.getEventVersion()),
                        place,
                        now)
                .setPerson(event.getPerson())
                .setFields(event.getDroppedFields());
    }

    /** Of an event that was held. What was dropped at the edge was journaled when it came. */
    static JournalEntry.Builder of(eu.estafette.domain.event.CaseEvent event, Place place, Instant now) {
        return of(event.line(), event.id(), event.action(), event.version(), place, now);
    }

    /** Of an event that a notice tells of which waited for consent. */
    static JournalEntry.Builder of(Cause cause, Place place, Instant now) {
        return of(cause.line(), cause.id(), cause.action(), cause.version(), place, now);
    }

    private static JournalEntry.Builder of(Line line, String id, Action action, int version, Place place, Instant now) {
        return begun(
                JournalEvent.newBuilder()
                        .setId(id)
                        .setSource(line.source())
                        .setType(line.type().shortName())
                        .setBusinessKey(line.businessKey())
                        .setAction(action.name())
                        .setVersion(version),
                place,
                now);
    }

    private static JournalEntry.Builder begun(JournalEvent.Builder event, Place place, Instant now) {
        return JournalEntry.newBuilder()
                .setKind(DECIDED)
                .setAt(now)
                .setParty(place.party())
                .setEvent(event.setAcceptedAt(place.acceptedAt())
                        .setPartition(place.partition())
                        .setOffset(place.offset())
                        .build());
    }
}
