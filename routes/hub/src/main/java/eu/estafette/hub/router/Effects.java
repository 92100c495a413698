package eu.estafette.hub.router;

import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseCodec;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.hub.router.store.StoredSubject;
import eu.estafette.kit.token.SubjectKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that follows from one record, encoded; nothing of it has happened yet. */
record Effects(Optional<Change> change, List<Outgoing> outgoing) {

    /** What becomes of a subject in the store. */
    record Change(
            SubjectKey subject, StoredSubject before, StoredSubject after, Map<String, byte @Nullable []> entries) {

        static Change of(CaseCodec cases, SubjectKey subject, StoredSubject before, StoredSubject after) {
            return new Change(subject, before, after, cases.changes(subject, before, after));
        }

        void put(CaseStore store) {
            store.put(subject, before, after, entries);
        }
    }
}
