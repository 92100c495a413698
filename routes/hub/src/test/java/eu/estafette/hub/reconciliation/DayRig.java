package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalEvent;
import eu.estafette.contract.message.JournalHold;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What a hub would have written in a day, and what no hub would. All in partition 0, for party coach. */
final class DayRig {

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final DayTopics topics;
    private final Map<Place, Instant> acceptedAt = new HashMap<>();
    private long lane;

    static {
        GeneratedClasses.trust();
    }

    DayRig(DayTopics topics) {
        this.topics = topics;
    }

    /** An event that the municipality sent. */
    Place accept(Instant at) throws Exception {
        return event(at, "urn:town", "town", "event-" + System.nanoTime(), null, null);
    }

    /** The copy of an event that went after its case, or that was put back by an operator. */
    Place again(Place accepted, Instant at) throws Exception {
        var record = new ProducerRecord<>(
                Topics.EVENTS,
                0,
                DayTopics.bytes("subject"),
                topics.encode(sent(at, "urn:town", "town", "again", null, null)));
        record.headers().add("estafette.place", DayTopics.bytes(accepted.toString()));
        return new Place(0, topics.send(record));
    }

    /** What cannot be read. */
    Place acceptNonsense(Instant at) throws Exception {
        var record = new ProducerRecord<>(
                Topics.EVENTS, 0, at.toEpochMilli(), DayTopics.bytes("subject"), DayTopics.bytes("nonsense"));
        return new Place(0, topics.send(record));
    }

    void routedUpTo(Place place) throws Exception {
        topics.commit("router", Topics.EVENTS, place.offset());
    }

    void journal(Place place, String state, Instant at, String... noticeIds) throws Exception {
        topics.put(
                Topics.JOURNAL,
                "subject",
                entry("DECIDED", at, noticeIds)
                        .setParty("town")
                        .setState(state)
                        .setEvent(new JournalEvent(
                                "id",
                                "urn:town",
                                "referral.requested",
                                "REF",
                                "ORIGINAL",
                                1,
                                acceptedAt.getOrDefault(place, at),
                                0,
                                place.offset()))
                        .build());
    }

    void journal(String kind, Instant at, String noticeId) throws Exception {
        topics.put(
                Topics.JOURNAL,
                "subject",
                entry(kind, at, noticeId).setParty("coach").build());
    }

    void hold(String change, Instant at, String view) throws Exception {
        JournalHold hold = JournalHold.newBuilder()
                .setChange(change)
                .setRole("COACH")
                .setParty("coach")
                .setView(view)
                .setCategories(List.of("HEALTH"))
                .setObjectFamily("REFERRAL")
                .setObjectKey("REF")
                .setUntil(at)
                .build();
        topics.put(
                Topics.JOURNAL,
                "subject",
                entry("DECIDED", at).setParty("town").setHolds(List.of(hold)).build());
    }

    /** A notice on its lane and on the notices. */
    void make(String id, Instant at) throws Exception {
        Notice notice = Notices.notice("coach", "C-" + id, 1);
        notice.setNoticeId(id);
        notice.setCreatedAt(at);
        byte[] value = topics.encode(notice);
        topics.put(Topics.NOTICES, id, value);
        var record = new ProducerRecord<>(Topics.lane("coach"), 0, DayTopics.bytes("C-" + id), value);
        record.headers().add("ce_id", DayTopics.bytes(id));
        lane = topics.send(record);
    }

    /** All that was made until now is finished on its lane. */
    void finishLane() throws Exception {
        topics.commit("delivery", Topics.lane("coach"), lane + 1);
    }

    void ledger(String json) throws Exception {
        topics.put(Topics.ledger("coach"), "0", DayTopics.bytes(json));
    }

    long lastOnLane() {
        return lane;
    }

    void receipt(String id, Instant at, boolean withdrawn) throws Exception {
        Schema contract = Contracts.shipped().latest("event/notice.answered").schema();
        var data = new GenericData.Record(contract);
        data.put("noticeId", id);
        data.put("level", "TRANSPORT");
        if (withdrawn) {
            var reason = new GenericData.Record(
                    contract.getField("reason").schema().getTypes().getLast());
            reason.put("scheme", "ESTAFETTE");
            reason.put("code", "WITHDRAWN");
            data.put("outcome", "DECLINED");
            data.put("reason", reason);
        }
        Place place = event(at, "urn:estafette:hub", "coach", id + "|TRANSPORT|1", id, data);
        topics.put(
                Topics.JOURNAL,
                "subject",
                entry("DECIDED", at)
                        .setParty("coach")
                        .setState("ROUTED")
                        .setEvent(new JournalEvent(
                                "id", "urn:estafette:hub", "notice.answered", id, "ORIGINAL", 1, at, 0, place.offset()))
                        .build());
    }

    private Place event(
            Instant at,
            String source,
            String party,
            String id,
            @Nullable String relatedTo,
            GenericData.@Nullable Record data)
            throws Exception {
        CaseEvent event = sent(at, source, party, id, relatedTo, data);
        var record = new ProducerRecord<>(Topics.EVENTS, 0, DayTopics.bytes("subject"), topics.encode(event));
        var place = new Place(0, topics.send(record));
        acceptedAt.put(place, at);
        return place;
    }

    private CaseEvent sent(
            Instant at,
            String source,
            String party,
            String id,
            @Nullable String relatedTo,
            GenericData.@Nullable Record data) {
        return CaseEvent.newBuilder()
                .setId(id)
                .setSource(source)
                .setType(
                        data == null
                                ? "eu.estafette.case.v1.referral.notify.requested"
                                : "eu.estafette.case.v1.notice.notify.answered")
                .setTime(at)
                .setRecordedTime(at)
                .setParty(party)
                .setAction("ORIGINAL")
                .setBusinessKey(id)
                .setOccurredOn(CountedDay.of(at).date())
                .setDigest(ByteBuffer.allocate(32))
                .setRelatedTo(relatedTo)
                .setPayload(data == null ? null : payloads.write(data))
                .build();
    }

    private static JournalEntry.Builder entry(String kind, Instant at, String... noticeIds) {
        return JournalEntry.newBuilder()
                .setKind(kind)
                .setAt(at)
                .setNotices(java.util.Arrays.stream(noticeIds)
                        .map(id -> JournalNotice.newBuilder()
                                .setNoticeId(id)
                                .setParty("coach")
                                .setRole("COACH")
                                .setPurpose("INFORM")
                                .setView("referral-fact")
                                .build())
                        .toList());
    }
}
