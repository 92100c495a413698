package eu.estafette.hub.router.store;

import eu.estafette.kit.token.SubjectKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cases of one partition. Those used last stay decoded, as most events follow soon after another one of their case: a receipt after its
 * notice, an answer after the question. For one thread. It knows only what went through it: whoever restores the entries after an aborted
 * transaction makes another one.
 */
public final class CaseStore {

    /** Some tens of megabytes in a process that owns all partitions. */
    private static final int RECENT = 2_000;

    private final CaseEntries entries;
    private final CaseCodec codec;
    private final DueCases due = new DueCases();
    private final Map<SubjectKey, StoredSubject> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SubjectKey, StoredSubject> eldest) {
            return size() > RECENT;
        }
    };

    /** Reads from all heads when something is due. */
    public CaseStore(CaseEntries entries, CaseCodec codec) {
        this.entries = entries;
        this.codec = codec;
        codec.eachDue(entries, (subject, time) -> due.move(subject, Optional.empty(), Optional.of(time)));
    }

    public StoredSubject find(SubjectKey subject) {
        StoredSubject known = recent.get(subject);
        return known != null ? known : codec.find(entries, subject);
    }

    /** @param changes the entries in which {@code now} differs from {@code before} */
    public void put(
            SubjectKey subject, StoredSubject before, StoredSubject now, Map<String, byte @Nullable []> changes) {
        entries.put(changes);
        recent.put(subject, now);
        due.move(subject, before.due(), now.due());
    }

    /** The cases in which something is due by now, at most so many. Each is given once; what is done about it changes the case. */
    public List<SubjectKey> takeDue(Instant now, int atMost) {
        return due.take(now, atMost);
    }

    /** When something falls due next. */
    public Optional<Instant> nextDue() {
        return due.next();
    }
}
