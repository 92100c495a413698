package eu.estafette.hub.router.message;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.hub.router.store.Place;
import java.time.Instant;

/** Begins the journal entry that tells what became of an accepted event. */
public final class EventEntries {

    private static final String DECIDED = "DECIDED";

    private EventEntries() {}

    /** Of an event as it came. */
    public static JournalEntry.Builder of(CaseEvent event, Place place, Instant now) {
        return JournalEntry.newBuilder()
                .setKind(DECIDED)
                .setAt(now)
                .setParty(event.getParty())
                .setEvent(JournalEvent.newBuilder()
                        .setId(event.getId())
                        .setSource(event.getSource())
                        .setType(EventType.ofCloudEventType(event.getType())
                                .map(EventType::shortName)
                                .orElse(event.getType()))
                        .setBusinessKey(event.getBusinessKey())
                        .setAction(event.getAction())
                        .setVersion(event.getEventVersion())
                        .setAcceptedAt(place.acceptedAt())
                        .setPartition(place.partition())
                        .setOffset(place.offset())
                        .build())
                .setFields(event.getDroppedFields());
    }

    /** Of an event that was held. What was dropped at the edge was journaled when it came. */
    static JournalEntry.Builder of(eu.estafette.domain.event.CaseEvent event, Place place, Instant now) {
        return JournalEntry.newBuilder()
                .setKind(DECIDED)
                .setAt(now)
                .setParty(event.sender().party().value())
                .setEvent(JournalEvent.newBuilder()
                        .setId(event.id())
                        .setSource(event.source())
                        .setType(event.type().shortName())
                        .setBusinessKey(event.businessKey())
                        .setAction(event.action().name())
                        .setVersion(event.version())
                        .setAcceptedAt(place.acceptedAt())
                        .setPartition(place.partition())
                        .setOffset(place.offset())
                        .build());
    }
}
