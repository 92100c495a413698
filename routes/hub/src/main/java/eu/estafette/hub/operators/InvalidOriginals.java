package eu.estafette.hub.operators;

import eu.estafette.console.desk.Original;
import eu.estafette.console.operations.InvalidQueries.InvalidEvent;
import eu.estafette.console.problem.ConflictException;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.hub.polling.RereadOrder;
import eu.estafette.hub.router.message.Forwarding;
import eu.estafette.hub.router.message.OriginalKey;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What is written about records that were set aside. What is put back is the original, byte by byte, with all its headers but those of the
 * failure, and with the place where it was accepted first: so it is decided as if it came now and counts as accepted once.
 */
final class InvalidOriginals {

    private static final String HUB = "hub";

    private final InvalidTopic topic;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;
    private final PayloadCodec payloads;

    InvalidOriginals(
            InvalidTopic topic,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            PayloadCodec payloads) {
        this.topic = topic;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.payloads = payloads;
    }

    List<ProducerRecord<String, byte[]>> putBack(Original what) {
        ConsumerRecord<byte[], byte[]> original = original(what);
        return what.event().isPart() ? readAgain(what, original) : putBack(what, original);
    }

    private List<ProducerRecord<String, byte[]>> putBack(Original what, ConsumerRecord<byte[], byte[]> original) {
        String key = InvalidTopic.header(original, OriginalKey.HEADER)
                .orElseThrow(
                        () -> new ConflictException(
                                "This cannot be put back: it was set aside without its key. Discard it, and let its sender send it again."));
        Headers headers = new RecordHeaders();
        original.headers().forEach(header -> {
            if (!InvalidTopic.isOfFailure(header.key())) {
                headers.add(header);
            }
        });
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(new ProducerRecord<>(
                Topics.EVENTS,
                null,
                key,
                original.value(),
                Forwarding.mark(headers, what.event().place())));
        records.add(solved(what));
        records.add(journal(key, entry(what, "REPLAYED")));
        return records;
    }

    /** Whoever runs the poller does it, and what comes of it stands where the part stands now: nothing any more, or the reason of then. */
    private List<ProducerRecord<String, byte[]>> readAgain(Original what, ConsumerRecord<byte[], byte[]> part) {
        String poller = InvalidTopic.header(part, "estafette.poller")
                .orElseThrow(
                        () -> new ConflictException(
                                "This cannot be read again by itself. Discard it, and let its sender send it again. Nothing was done."));
        var order = new RereadOrder(
                poller,
                what.event().place(),
                header(part, "estafette.failure.party"),
                header(part, "estafette.connector"),
                header(part, "estafette.dataref"),
                Integer.parseInt(header(part, "estafette.part")),
                Instant.ofEpochMilli(part.timestamp()));
        return List.of(order.record(), journal(keyOf(part, what.event()), entry(what, "REPLAYED")));
    }

    private static String header(ConsumerRecord<byte[], byte[]> part, String name) {
        return InvalidTopic.header(part, name)
                .orElseThrow(() -> new IllegalStateException("set aside without " + name));
    }

    List<ProducerRecord<String, byte[]>> giveUp(Original what) {
        String key = keyOf(original(what), what.event());
        return List.of(solved(what), journal(key, entry(what, "DISCARDED")));
    }

    List<ProducerRecord<String, byte[]>> reading(Original what) {
        return List.of(journal(keyOf(original(what), what.event()), entry(what, "READ")));
    }

    /** As much as can be read of it, else its bytes in base64; what never became an event, as its sender wrote it. */
    String content(Original what) {
        if (what.event().isPart()) {
            return new String(original(what).value(), StandardCharsets.UTF_8);
        }
        return EventContent.of(deserializer, payloads, original(what));
    }

    private ConsumerRecord<byte[], byte[]> original(Original what) {
        return topic.original(what.event().place(), what.event().onInvalid());
    }

    private static String keyOf(ConsumerRecord<byte[], byte[]> original, InvalidEvent event) {
        return InvalidTopic.header(original, OriginalKey.HEADER)
                .or(event::party)
                .orElse(HUB);
    }

    /** A tombstone: nobody has to look at it any more. */
    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    private static ProducerRecord<String, byte[]> solved(Original what) {
        return new ProducerRecord<>(Topics.INVALID, what.event().place(), null);
    }

    private ProducerRecord<String, byte[]> journal(String key, JournalEntry entry) {
        return new ProducerRecord<>(Topics.JOURNAL, key, serializer.serialize(Topics.JOURNAL, entry));
    }

    private static JournalEntry entry(Original what, String kind) {
        InvalidEvent event = what.event();
        return JournalEntry.newBuilder()
                .setKind(kind)
                .setAt(what.at())
                .setParty(event.party().orElse(HUB))
                .setCaseId(event.caseId().orElse(null))
                .setCaseRef(event.caseRef().orElse(null))
                .setEvent(event.accepted().map(JournalEvents::of).orElse(null))
                .setReason(event.reason())
                .setDetail(what.reason().isEmpty() ? null : what.reason())
                .setPerson(what.operator())
                .build();
    }
}
