package eu.estafette.hub.router;

import eu.estafette.kit.token.SubjectKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of one partition. Those used last stay decoded, as most events follow soon after another one of their case: a receipt after its
 * notice, an answer after the question. For one thread. It knows only what went through it: whoever restores the entries after an aborted
 * transaction makes another one.
 */
public final class CaseStore {

    /** Some tens of megabytes in a process that owns all partitions. */
    private static final int RECENT = 2_000;

    private final CaseEntries entries;
    private final Map<SubjectKey, StoredCase> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SubjectKey, StoredCase> eldest) {
            return size() > RECENT;
        }
    };

    public CaseStore(CaseEntries entries) {
        this.entries = entries;
    }

    Optional<StoredCase> find(SubjectKey subject, CaseCodec codec) {
        StoredCase known = recent.get(subject);
        return known != null ? Optional.of(known) : codec.find(entries, subject);
    }

    /** @param changes the entries in which {@code now} differs from what was found */
    void put(SubjectKey subject, StoredCase now, Map<String, byte[]> changes) {
        entries.put(changes);
        recent.put(subject, now);
    }
}
