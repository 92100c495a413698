package eu.estafette.hub.operators;

import eu.estafette.console.operations.AcceptedEvent;
import eu.estafette.contract.message.JournalEvent;

/** Names an event in the journal entries of what operators do about it. */
final class JournalEvents {

    private JournalEvents() {}

    static JournalEvent of(AcceptedEvent event) {
        String[] place = event.place().split("-", 2);
        return JournalEvent.newBuilder()
                .setId(event.id())
                .setSource(event.source())
                .setType(event.type())
                .setBusinessKey(event.businessKey())
                .setAction(event.action())
                .setVersion(event.version())
                .setAcceptedAt(event.acceptedAt())
                .setPartition(Integer.parseInt(place[0]))
                .setOffset(Long.parseLong(place[1]))
                .build();
    }
}
