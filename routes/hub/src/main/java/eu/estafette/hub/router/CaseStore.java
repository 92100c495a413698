package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.ObjectKey;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Line;
import eu.estafette.kit.token.SubjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The cases of the partitions this instance owns, an entry for the head, one for each object and one for what each line sent. A decision
 * rewrites only what it changed, so that a case with a long history costs no more than a new one.
 */
final class CaseStore {

    /** An entry beyond this could not be read back by a broker with default limits. */
    static final int ENTRY_LIMIT_BYTES = 512 * 1024;

    private static final String TOPIC = "cases";

    private final KeyValueStore<String, byte[]> entries;
    private final Serializer<CaseEntry> serializer;
    private final Deserializer<CaseEntry> deserializer;
    private final ObjectCodec objects;
    private final StringSerializer keys = new StringSerializer();

    CaseStore(
            KeyValueStore<String, byte[]> entries,
            Serializer<CaseEntry> serializer,
            Deserializer<CaseEntry> deserializer,
            ObjectCodec objects) {
        this.entries = entries;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.objects = objects;
    }

    Optional<StoredCase> find(SubjectKey subject) {
        @Nullable CaseHead head = null;
        Map<ObjectKey, CaseObject> caseObjects = new HashMap<>();
        Map<Line, List<SentNotice>> sent = new HashMap<>();
        try (KeyValueIterator<String, byte[]> found = entries.prefixScan(prefix(subject), keys)) {
            while (found.hasNext()) {
                CaseEntry entry = deserializer.deserialize(TOPIC, found.next().value);
                if (entry.getHead() != null) {
                    head = entry.getHead();
                } else if (entry.getObject() != null) {
                    CaseObject object = objects.read(entry.getObject());
                    caseObjects.put(object.key(), object);
                } else if (entry.getSent() != null) {
                    sent.put(SentCodec.line(entry.getSent()), SentCodec.read(entry.getSent()));
                }
            }
        }
        return Optional.ofNullable(head).map(present -> HeadCodec.read(present, caseObjects, sent));
    }

    /**
     * What storing {@code after} would write, encoded.
     *
     * @throws UndecidableException if an entry would become too large for the changelog
     */
    List<KeyValue<String, byte[]>> changes(
            SubjectKey subject, Optional<StoredCase> before, Case after, Optional<Sealed> identity) {
        List<KeyValue<String, byte[]>> changes = new ArrayList<>();
        String prefix = prefix(subject);
        changes.add(encoded(prefix + "head", entry().setHead(HeadCodec.write(after, identity))));
        after.objects().forEach((key, object) -> {
            if (before.map(stored -> stored.file().objects().get(key)).orElse(null) != object) {
                changes.add(encoded(prefix + "object/" + key, entry().setObject(objects.write(object))));
            }
        });
        after.sent().forEach((line, notices) -> {
            if (before.map(stored -> stored.file().sent().get(line)).orElse(null) != notices) {
                changes.add(encoded(prefix + "sent/" + name(line), entry().setSent(SentCodec.write(line, notices))));
            }
        });
        return changes;
    }

    void apply(List<KeyValue<String, byte[]>> changes) {
        entries.putAll(changes);
    }

    private KeyValue<String, byte[]> encoded(String key, CaseEntry.Builder entry) {
        byte[] bytes = serializer.serialize(TOPIC, entry.build());
        if (bytes.length > ENTRY_LIMIT_BYTES) {
            throw new UndecidableException(
                    "ENTRY_TOO_LARGE",
                    "an entry of the case would take " + bytes.length + " bytes; at most " + ENTRY_LIMIT_BYTES
                            + " fit");
        }
        return KeyValue.pair(key, bytes);
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
