package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.kit.token.SubjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Between a case and its entries: one for the head, one for each object, one for what each line sent, and one for what is held. A decision rewrites only what it
 * changed, so that a case with a long history costs no more than a new one.
 */
final class CaseCodec {

    /** Design section 6, Store: a larger entry makes the event invalid. */
    static final int ENTRY_LIMIT_BYTES = 512 * 1024;

    private static final String TOPIC = "cases";

    private final Serializer<CaseEntry> serializer;
    private final Deserializer<CaseEntry> deserializer;
    private final ObjectCodec objects;
    private final WaitingCodec held;

    CaseCodec(
            Serializer<CaseEntry> serializer,
            Deserializer<CaseEntry> deserializer,
            ObjectCodec objects,
            WaitingCodec held) {
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.objects = objects;
        this.held = held;
    }

    Optional<StoredCase> find(CaseEntries store, SubjectKey subject) {
        List<CaseHead> heads = new ArrayList<>(1);
        Map<ObjectKey, CaseObject> caseObjects = new HashMap<>();
        Map<Line, List<SentNotice>> sent = new HashMap<>();
        List<Waiting> waiting = new ArrayList<>(1);
        store.scan(prefix(subject), bytes -> {
            CaseEntry entry = deserializer.deserialize(TOPIC, bytes);
            if (entry.getHead() != null) {
                heads.add(entry.getHead());
            } else if (entry.getObject() != null) {
                CaseObject object = objects.read(entry.getObject());
                caseObjects.put(object.key(), object);
            } else if (entry.getSent() != null) {
                sent.put(SentCodec.line(entry.getSent()), SentCodec.read(entry.getSent()));
            } else if (entry.getWaiting() != null) {
                waiting.add(held.read(entry.getWaiting()));
            }
        });
        return heads.stream()
                .findFirst()
                .map(head -> HeadCodec.read(
                        head, caseObjects, sent, waiting.stream().findFirst().orElse(Waiting.NONE)));
    }

    /**
     * What storing {@code now} would write, encoded, by key.
     *
     * @throws UndecidableException if an entry would become too large for the changelog
     */
    Map<String, byte[]> changes(SubjectKey subject, Optional<StoredCase> before, StoredCase now) {
        Case after = now.file();
        Map<String, byte[]> changes = new LinkedHashMap<>();
        String prefix = prefix(subject);
        changes.put(prefix + "head", encoded(entry().setHead(HeadCodec.write(after, now.identity()))));
        after.objects().forEach((key, object) -> {
            if (before.map(stored -> stored.file().objects().get(key)).orElse(null) != object) {
                changes.put(prefix + "object/" + key, encoded(entry().setObject(objects.write(object))));
            }
        });
        after.sent().forEach((line, notices) -> {
            if (before.map(stored -> stored.file().sent().get(line)).orElse(null) != notices) {
                changes.put(prefix + "sent/" + name(line), encoded(entry().setSent(SentCodec.write(line, notices))));
            }
        });
        Waiting waitingBefore = before.map(stored -> stored.file().waiting()).orElse(Waiting.NONE);
        if (waitingBefore != after.waiting()) {
            changes.put(prefix + "waiting", encoded(entry().setWaiting(held.write(after.waiting()))));
        }
        return changes;
    }

    private byte[] encoded(CaseEntry.Builder entry) {
        byte[] bytes = serializer.serialize(TOPIC, entry.build());
        if (bytes.length > ENTRY_LIMIT_BYTES) {
            throw new UndecidableException(
                    "ENTRY_TOO_LARGE",
                    "an entry of the case would take " + bytes.length + " bytes; at most " + ENTRY_LIMIT_BYTES
                            + " fit");
        }
        return bytes;
    }

    private static CaseEntry.Builder entry() {
        return CaseEntry.newBuilder();
    }

    private static String prefix(SubjectKey subject) {
        return subject.hex() + "/";
    }

    private static String name(Line line) {
        return line.source() + "|" + line.type().shortName() + "|" + line.businessKey();
    }
}
