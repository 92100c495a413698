package eu.estafette.hub.operators;

import eu.estafette.console.desk.HeldReading;
import eu.estafette.console.desk.HoldReview;
import eu.estafette.console.operations.HeldEvent;
import eu.estafette.console.problem.ConflictException;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What is written about events that are held, and what they hold. The router keeps its own copy; the original says under which key the case
 * was when it came, from where what is said of it goes after the case.
 */
final class HeldOriginals {

    private final EventsTopic topic;
    private final HoldEvents events;
    private final Tokens tokens;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;
    private final PayloadCodec payloads;

    HeldOriginals(
            EventsTopic topic,
            HoldEvents events,
            Tokens tokens,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            PayloadCodec payloads) {
        this.topic = topic;
        this.events = events;
        this.tokens = tokens;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.payloads = payloads;
    }

    /** @throws ConflictException if nobody can say any more whose it is */
    ProducerRecord<String, byte[]> review(HoldReview review) {
        HeldEvent held = review.held();
        String key = topic.at(held.place())
                .map(HeldOriginals::keyOf)
                .or(() -> held.caseRef().flatMap(tokens::subjectOfCaseRef).map(SubjectKey::hex))
                .orElseThrow(
                        () -> new ConflictException(
                                "Its original is no longer kept, and it has no case; it ends on the date of its hold. Nothing was done."));
        CaseEvent event = events.of(review);
        byte[] value = serializer.serialize(Topics.EVENTS, event);
        return new ProducerRecord<>(Topics.EVENTS, null, key, value, EventHeaders.of(event));
    }

    /** Absent if it is no longer kept. */
    Optional<ConsumerRecord<byte[], byte[]>> original(HeldEvent held) {
        return topic.at(held.place());
    }

    String content(ConsumerRecord<byte[], byte[]> original) {
        return EventContent.of(deserializer, payloads, original);
    }

    /** That it is read. */
    ProducerRecord<String, byte[]> reading(HeldReading reading, ConsumerRecord<byte[], byte[]> original) {
        HeldEvent held = reading.held();
        JournalEntry entry = JournalEntry.newBuilder()
                .setKind("READ")
                .setAt(reading.at())
                .setParty(held.party())
                .setCaseId(held.caseId().orElse(null))
                .setCaseRef(held.caseRef().orElse(null))
                .setEvent(JournalEvents.of(held.accepted()))
                .setDetail(reading.reason())
                .setPerson(reading.operator())
                .build();
        byte[] value = serializer.serialize(Topics.JOURNAL, entry);
        return new ProducerRecord<>(Topics.JOURNAL, keyOf(original), value);
    }

    private static String keyOf(ConsumerRecord<byte[], byte[]> original) {
        return new String(original.key(), StandardCharsets.UTF_8);
    }
}
