package eu.estafette.hub.router.store;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.kit.token.SubjectKey;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What storing a subject writes, encoded: what is the same as before is left out, and what is no longer kept has no value. */
final class CaseChanges {

    private final SubjectKey subject;
    private final StoredSubject before;
    private final StoredSubject now;
    private final Function<CaseEntry.Builder, byte[]> encoding;
    private final ObjectCodec objects;
    private final WaitingCodec held;
    private final Map<String, byte @Nullable []> changes = new LinkedHashMap<>();

    CaseChanges(
            SubjectKey subject,
            StoredSubject before,
            StoredSubject now,
            Function<CaseEntry.Builder, byte[]> encoding,
            ObjectCodec objects,
            WaitingCodec held) {
        this.subject = subject;
        this.before = before;
        this.now = now;
        this.encoding = encoding;
        this.objects = objects;
        this.held = held;
    }

    /** By key of the entry. */
    Map<String, byte @Nullable []> all() {
        if (before.file().orElse(null) != now.file().orElse(null)) {
            now.file().ifPresent(this::addCase);
            before.file().ifPresent(this::removeGone);
        }
        if (before.anteroom() != now.anteroom()) {
            var events = new Waiting(now.anteroom().events(), List.of(), 0);
            changes.put(
                    subject.hex() + EntryKeys.ANTEROOM,
                    events.isEmpty() ? null : encoded(entry().setAnteroom(held.write(events, now.places()))));
        }
        if (!before.alias().equals(now.alias())) {
            changes.put(
                    subject.hex() + EntryKeys.ALIAS,
                    now.alias()
                            .map(alias -> encoded(entry().setAlias(ProvenanceCodec.write(alias))))
                            .orElse(null));
        }
        return changes;
    }

    private void addCase(Case file) {
        changes.put(subject.hex() + EntryKeys.HEAD, encoded(entry().setHead(HeadCodec.write(file, now))));
        Map<ObjectKey, CaseObject> knownObjects =
                before.file().map(Case::objects).orElse(Map.of());
        file.objects().forEach((key, object) -> {
            if (knownObjects.get(key) != object) {
                changes.put(EntryKeys.object(subject, key), encoded(entry().setObject(objects.write(object))));
            }
        });
        Map<Line, List<SentNotice>> knownSent = before.file().map(Case::sent).orElse(Map.of());
        file.sent().forEach((line, notices) -> {
            if (knownSent.get(line) != notices) {
                changes.put(EntryKeys.sent(subject, line), encoded(entry().setSent(SentCodec.write(line, notices))));
            }
        });
        if (before.file().map(Case::waiting).orElse(Waiting.NONE) != file.waiting()) {
            changes.put(
                    EntryKeys.waiting(subject), encoded(entry().setWaiting(held.write(file.waiting(), now.places()))));
        }
    }

    private void removeGone(Case file) {
        if (now.file().filter(later -> holdsAllOf(later, file)).isPresent()) {
            return;
        }
        Set<String> gone = new HashSet<>(EntryKeys.of(subject, file));
        Optional<List<String>> left = now.file().map(later -> EntryKeys.of(subject, later));
        left.ifPresent(gone::removeAll);
        gone.forEach(key -> changes.put(key, null));
    }

    private static boolean holdsAllOf(Case later, Case file) {
        return later.objects().keySet().containsAll(file.objects().keySet())
                && later.sent().keySet().containsAll(file.sent().keySet());
    }

    private byte[] encoded(CaseEntry.Builder entry) {
        return encoding.apply(entry);
    }

    private static CaseEntry.Builder entry() {
        return CaseEntry.newBuilder();
    }
}
