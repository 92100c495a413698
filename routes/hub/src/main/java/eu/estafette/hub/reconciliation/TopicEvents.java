package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** What {@code estafette.events} says: which events were accepted on a day, and which notices have a receipt. */
final class TopicEvents {

    static final String UNKNOWN = "unknown";

    /** Of a copy that went after its case: it was accepted where this says. */
    private static final String FORWARDED = "estafette.place";

    private static final String TRANSPORT = "|TRANSPORT|";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final CountedDay day;
    private final Deserializer<SpecificRecord> messages;
    private final PayloadCodec payloads;
    private final Map<Place, String> accepted = new HashMap<>();
    private final Map<String, NoticeState> receipts = new HashMap<>();
    private final Map<Integer, Long> begins = new HashMap<>();

    private TopicEvents(CountedDay day, Deserializer<SpecificRecord> messages, PayloadCodec payloads) {
        this.day = day;
        this.messages = messages;
        this.payloads = payloads;
    }

    static TopicEvents read(
            KeptRecords records, CountedDay day, Deserializer<SpecificRecord> messages, PayloadCodec payloads) {
        var events = new TopicEvents(day, messages, payloads);
        records.each(List.of(Topics.EVENTS), events::add);
        return events;
    }

    /** The day's events with who sent them; the hub for what it raised itself. */
    Map<Place, String> accepted() {
        return accepted;
    }

    /** By notice: DELIVERED or WITHDRAWN. */
    Map<String, NoticeState> receipts() {
        return receipts;
    }

    /** Whether the topic still reached back to this place when it was read. */
    boolean isKept(Place place) {
        return begins.containsKey(place.partition()) && place.offset() >= begins.get(place.partition());
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        begins.putIfAbsent(record.partition(), record.offset());
        if (record.headers().lastHeader(FORWARDED) != null) {
            return;
        }
        var place = new Place(record.partition(), record.offset());
        try {
            if (messages.deserialize(record.topic(), record.value()) instanceof CaseEvent event) {
                accept(place, event);
            }
        } catch (SerializationException | IllegalArgumentException e) {
            // nobody can say whose it is; it must lie on the Invalid Message Channel
            if (day.contains(Instant.ofEpochMilli(record.timestamp()))) {
                accepted.put(place, UNKNOWN);
            }
        }
    }

    private void accept(Place place, CaseEvent event) {
        boolean own = event.getSource().equals(PartyId.HUB_SOURCE);
        if (own && event.getId().contains(TRANSPORT) && isAnswer(event)) {
            receipt(event);
        }
        if (day.contains(event.getRecordedTime())) {
            accepted.put(place, own ? PartyId.HUB.value() : event.getParty());
        }
    }

    private static boolean isAnswer(CaseEvent event) {
        return event.getType().equals(EventType.NOTICE_ANSWERED.cloudEventType());
    }

    private void receipt(CaseEvent event) {
        if (event.getRelatedTo() == null || event.getPayload() == null) {
            return;
        }
        GenericRecord data = payloads.read(event.getPayload());
        boolean caught = data.get("reason") instanceof GenericRecord reason
                && String.valueOf(reason.get("code")).equals(WITHDRAWN);
        receipts.put(event.getRelatedTo(), caught ? NoticeState.WITHDRAWN : NoticeState.DELIVERED);
    }
}
