package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalEvent;
import eu.estafette.contract.message.JournalHold;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.ReconciliationReport;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.GeneratedClasses;
import eu.estafette.schemas.seal.JournalKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A hub's topics on a real broker, written to by hand: also what no hub would write. All in partition 0, for party coach and hour {@code at}. */
final class DayRig implements AutoCloseable {

    private static final Map<String, Schema> VALUES = Map.of(
            Topics.EVENTS, CaseEvent.getClassSchema(),
            Topics.JOURNAL, JournalEntry.getClassSchema(),
            Topics.NOTICES, Notice.getClassSchema(),
            Topics.RECONCILIATIONS, ReconciliationReport.getClassSchema());

    private static final Deserializer<SpecificRecord> MESSAGES =
            (topic, bytes) -> OwnEncoding.decode(VALUES.get(topic), bytes);

    private final OwnEncoding encoding = new OwnEncoding();
    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final TestBroker broker = new TestBroker();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Place, Instant> acceptedAt = new HashMap<>();
    private long lane;

    static {
        GeneratedClasses.trust();
    }

    DayRig() throws Exception {
        producer = new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer());
        make(Topics.NOTICES, "compact");
        make(Topics.INVALID, "compact");
        make(Topics.RECONCILIATIONS, "delete");
        make(Topics.lane("coach"), "delete");
        make(Topics.ledger("coach"), "delete");
        make(Topics.dead("coach"), "compact");
        make(Topics.parked("coach"), "compact");
    }

    Reconciliation.Outcome reconcile(CountedDay day) {
        return new Reconciliation(
                        new ClusterFacts(broker.admin()),
                        new KeptRecords(broker.connection()),
                        MESSAGES,
                        payloads,
                        List.of("coach"),
                        "router",
                        "delivery")
                .of(day);
    }

    Reports reports(JournalKey key) {
        return new Reports(broker.connection(), encoding, MESSAGES, key);
    }

    /** An event that the municipality sent. */
    Place accept(Instant at) throws Exception {
        return event(at, "urn:town", "town", "event-" + System.nanoTime(), null, null);
    }

    /** What cannot be read. */
    Place acceptNonsense(Instant at) throws Exception {
        var record = new ProducerRecord<>(Topics.EVENTS, 0, at.toEpochMilli(), bytes("subject"), bytes("nonsense"));
        return new Place(0, producer.send(record).get().offset());
    }

    void routedUpTo(Place place) throws Exception {
        commit("router", Topics.EVENTS, place.offset());
    }

    void journal(Place place, String state, Instant at, String... noticeIds) throws Exception {
        put(
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
        put(
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
        put(
                Topics.JOURNAL,
                "subject",
                entry("DECIDED", at).setParty("town").setHolds(List.of(hold)).build());
    }

    /** A notice on its lane and on the notices. */
    void make(String id, Instant at) throws Exception {
        Notice notice = Notices.notice("coach", "C-" + id, 1);
        notice.setNoticeId(id);
        notice.setCreatedAt(at);
        byte[] value = encoding.serialize("", notice);
        put(Topics.NOTICES, id, value);
        var record = new ProducerRecord<>(Topics.lane("coach"), 0, bytes("C-" + id), value);
        record.headers().add("ce_id", bytes(id));
        lane = producer.send(record).get().offset();
    }

    /** All that was made until now is finished on its lane. */
    void finishLane() throws Exception {
        commit("delivery", Topics.lane("coach"), lane + 1);
    }

    void ledger(String json) throws Exception {
        put(Topics.ledger("coach"), "0", bytes(json));
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
        put(
                Topics.JOURNAL,
                "subject",
                entry("DECIDED", at)
                        .setParty("coach")
                        .setState("ROUTED")
                        .setEvent(new JournalEvent(
                                "id", "urn:estafette:hub", "notice.answered", id, "ORIGINAL", 1, at, 0, place.offset()))
                        .build());
    }

    void put(String topic, String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, 0, bytes(key), value)).get();
    }

    private void put(String topic, String key, SpecificRecord value) throws Exception {
        put(topic, key, encoding.serialize(topic, value));
    }

    private Place event(
            Instant at,
            String source,
            String party,
            String id,
            @Nullable String relatedTo,
            GenericData.@Nullable Record data)
            throws Exception {
        CaseEvent event = CaseEvent.newBuilder()
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
        var record = new ProducerRecord<>(Topics.EVENTS, 0, bytes("subject"), encoding.serialize("", event));
        var place = new Place(0, producer.send(record).get().offset());
        acceptedAt.put(place, at);
        return place;
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

    private void commit(String group, String topic, long offset) throws Exception {
        broker.admin()
                .alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private void make(String topic, String policy) throws Exception {
        broker.admin()
                .createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(Map.of("cleanup.policy", policy))))
                .all()
                .get();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        producer.close();
        broker.close();
    }
}
