package eu.estafette.hub.router.store;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.contract.message.WaitingEntry;
import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between a subject and its entries: one for the head of its case, one for each object, one for what each line sent, one for what is held in
 * the case and one for what waits before it. A decision rewrites only what it changed, so that a case with a long history costs no more than
 * a new one.
 */
public final class CaseCodec {

    private static final Logger log = LoggerFactory.getLogger(CaseCodec.class);

    /** Design section 6, Store: a larger entry makes the event invalid. */
    static final int ENTRY_LIMIT_BYTES = 512 * 1024;

    private static final String TOPIC = "cases";
    private static final String HEAD = "/head";
    private static final String ANTEROOM = "/anteroom";

    private final Serializer<CaseEntry> serializer;
    private final Deserializer<CaseEntry> deserializer;
    private final ObjectCodec objects;
    private final WaitingCodec held;

    public CaseCodec(
            Contracts contracts,
            PayloadCodec payloads,
            Serializer<? super CaseEntry> serializer,
            Deserializer<? super CaseEntry> deserializer) {
        this.serializer = serializer::serialize;
        this.deserializer = (topic, bytes) -> (CaseEntry) deserializer.deserialize(topic, bytes);
        this.objects = new ObjectCodec(contracts, payloads);
        this.held = new WaitingCodec(contracts, payloads);
    }

    public StoredSubject find(CaseEntries store, SubjectKey subject) {
        var found = new Found();
        store.scan(prefix(subject), bytes -> found.add(deserializer.deserialize(TOPIC, bytes)));
        return found.subject();
    }

    /** The entries of a subject as they are read, in any order. */
    private final class Found {

        private final Map<ObjectKey, CaseObject> caseObjects = new HashMap<>();
        private final Map<Line, List<SentNotice>> sent = new HashMap<>();
        private final Map<EventName, Place> places = new HashMap<>();
        private @Nullable CaseHead head;
        private Waiting waiting = Waiting.NONE;
        private Anteroom anteroom = Anteroom.EMPTY;

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
            }
        }

        StoredSubject subject() {
            return head == null
                    ? new StoredSubject(Optional.empty(), anteroom, places, Optional.empty(), anteroom.nextDue())
                    : new StoredSubject(
                            Optional.of(HeadCodec.read(head, caseObjects, sent, waiting)),
                            anteroom,
                            places,
                            Optional.ofNullable(head.getIdentity()),
                            Optional.ofNullable(head.getNextDue()));
        }
    }

    /**
     * Hands over every subject in whose case, or before it, something falls due, and when; of those that can be read.
     *
     * @param hasLeft whether a party that holds a role on a case has left the registry; its steps were due then, whatever the case says
     */
    void eachDue(CaseEntries store, BiPredicate<Role, PartyId> hasLeft, BiConsumer<SubjectKey, Instant> due) {
        store.each((key, bytes) -> {
            try {
                if (key.endsWith(HEAD)) {
                    CaseHead head = deserializer.deserialize(TOPIC, bytes).getHead();
                    Optional.ofNullable(head.getNextDue()).ifPresent(time -> due.accept(subject(key), time));
                    if (HeadCodec.isAnyOwnerGone(head, hasLeft)) {
                        due.accept(subject(key), Instant.EPOCH);
                    }
                } else if (key.endsWith(ANTEROOM)) {
                    nextDue(deserializer.deserialize(TOPIC, bytes).getAnteroom())
                            .ifPresent(time -> due.accept(subject(key), time));
                }
            } catch (RuntimeException failure) {
                log.atError()
                        .addKeyValue("entry", key)
                        .addKeyValue("failure", failure.getClass().getName())
                        .log("nobody can tell when this case is due");
            }
        });
    }

    private Optional<Instant> nextDue(WaitingEntry waiting) {
        return new Anteroom(held.read(waiting, new HashMap<>()).events()).nextDue();
    }

    private static SubjectKey subject(String key) {
        return new SubjectKey(key.substring(0, key.indexOf('/')));
    }

    /**
     * What storing {@code now} would write, encoded, by key; parts that are the same as before are left out.
     *
     * @throws UndecidableException if an entry would become too large for the changelog
     */
    public Map<String, byte[]> changes(SubjectKey subject, StoredSubject before, StoredSubject now) {
        Map<String, byte[]> changes = new LinkedHashMap<>();
        now.file()
                .filter(file -> before.file().orElse(null) != file)
                .ifPresent(file -> addCase(changes, subject, before, now, file));
        if (before.anteroom() != now.anteroom()) {
            var events = new Waiting(now.anteroom().events(), List.of(), 0);
            changes.put(subject.hex() + ANTEROOM, encoded(entry().setAnteroom(held.write(events, now.places()))));
        }
        return changes;
    }

    private void addCase(
            Map<String, byte[]> changes, SubjectKey subject, StoredSubject before, StoredSubject now, Case file) {
        String prefix = prefix(subject);
        changes.put(subject.hex() + HEAD, encoded(entry().setHead(HeadCodec.write(file, now))));
        Map<ObjectKey, CaseObject> knownObjects =
                before.file().map(Case::objects).orElse(Map.of());
        file.objects().forEach((key, object) -> {
            if (knownObjects.get(key) != object) {
                changes.put(prefix + "object/" + key, encoded(entry().setObject(objects.write(object))));
            }
        });
        Map<Line, List<SentNotice>> knownSent = before.file().map(Case::sent).orElse(Map.of());
        file.sent().forEach((line, notices) -> {
            if (knownSent.get(line) != notices) {
                changes.put(prefix + "sent/" + name(line), encoded(entry().setSent(SentCodec.write(line, notices))));
            }
        });
        if (before.file().map(Case::waiting).orElse(Waiting.NONE) != file.waiting()) {
            changes.put(prefix + "waiting", encoded(entry().setWaiting(held.write(file.waiting(), now.places()))));
        }
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
