package eu.estafette.hub.router.store;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entries of one subject as they are read, in any order, put together. */
final class FoundEntries {

    private final ObjectCodec objects;
    private final WaitingCodec held;
    private final Map<ObjectKey, CaseObject> caseObjects = new HashMap<>();
    private final Map<Line, List<SentNotice>> sent = new HashMap<>();
    private final Map<EventName, Place> places = new HashMap<>();
    private @Nullable CaseHead head;
    private Waiting waiting = Waiting.NONE;
    private Anteroom anteroom = Anteroom.EMPTY;
    private @Nullable Alias alias;

    FoundEntries(ObjectCodec objects, WaitingCodec held) {
        this.objects = objects;
        this.held = held;
    }

    void add(CaseEntry entry) {
        if (entry.getHead() != null) {
            head = entry.getHead();
        } else if (entry.getObject() != null) {
            CaseObject object = objects.read(entry.getObject());
            caseObjects.put(object.key(), object);
        } else if (entry.getSent() != null) {
            sent.put(SentCodec.line(entry.getSent()), SentCodec.read(entry.getSent()));
        } else if (entry.getWaiting() != null) {
            waiting = held.read(entry.getWaiting(), places);
        } else if (entry.getAnteroom() != null) {
            anteroom = new Anteroom(held.read(entry.getAnteroom(), places).events());
        } else if (entry.getAlias() != null) {
            alias = ProvenanceCodec.read(entry.getAlias());
        }
    }

    StoredSubject subject() {
        if (alias != null) {
            return StoredSubject.gone(alias);
        }
        return head == null
                ? new StoredSubject(Optional.empty(), anteroom, places, Optional.empty(), anteroom.nextDue())
                : new StoredSubject(
                        Optional.of(HeadCodec.read(head, caseObjects, sent, waiting)),
                        anteroom,
                        places,
                        Optional.ofNullable(head.getIdentity()),
                        Optional.ofNullable(head.getNextDue()),
                        ProvenanceCodec.read(head),
                        Optional.empty());
    }
}
