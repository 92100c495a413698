package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The record as it lay on its lane, with why it ended here: {@code __dlq.errors.*} as Kafka's own dead letters have them,
 * {@code estafette.failure.*} for the rest. Value and headers stay untouched. The key becomes the notice's id, because this topic is
 * compacted and a case may have several dead letters; the lane's key, the case id, stands in the headers.
 */
final class DeadLetter {

    private static final String DLQ = "__dlq.errors.";
    private static final String FAILURE = "estafette.failure.";
    private static final int LONGEST_MESSAGE = 1000;

    private final String group;

    /** @param group consumer group of the delivery */
    DeadLetter(String group) {
        this.group = group;
    }

    /** @param firstFailure the hub's time of the first try that was charged */
    ProducerRecord<byte[], byte[]> of(Ended ended, Dies dies, Optional<Instant> firstFailure) {
        LaneRecord record = ended.call().record();
        ConsumerRecord<byte[], byte[]> source = record.source();
        String party = Topics.partyOfLane(source.topic());
        Headers headers = new RecordHeaders(source.headers().toArray());
        put(headers, DLQ + "group", group);
        put(headers, DLQ + "topic", source.topic());
        put(headers, DLQ + "partition", source.partition());
        put(headers, DLQ + "offset", source.offset());
        put(headers, DLQ + "delivery.count", dies.attempt());
        put(headers, DLQ + "message", shortened(dies.failure().detail()));
        put(headers, FAILURE + "class", "RECORD");
        put(headers, FAILURE + "code", dies.failure().code());
        dies.failure().status().ifPresent(status -> put(headers, FAILURE + "status", status));
        put(headers, FAILURE + "attempts", dies.attempt());
        put(headers, FAILURE + "party", party);
        put(headers, FAILURE + "case-id", record.caseId());
        traceId(source.headers()).ifPresent(trace -> put(headers, FAILURE + "trace-id", trace));
        put(headers, FAILURE + "first-at", firstFailure.orElse(ended.at()));
        put(headers, FAILURE + "last-at", ended.at());
        put(headers, FAILURE + "decision", "DEAD");
        return new ProducerRecord<>(Topics.dead(party), source.partition(), bytes(key(ended)), value(source), headers);
    }

    /** The notice's id; for what could not be read, its place on the lane. */
    private static String key(Ended ended) {
        ConsumerRecord<byte[], byte[]> source = ended.call().record().source();
        return ended.notice()
                .map(read -> read.notice().getNoticeId())
                .orElseGet(() -> source.topic() + "-" + source.partition() + "-" + source.offset());
    }

    /** Never null: on a compacted topic that would say that the dead letter is resolved. */
    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    private static byte[] value(ConsumerRecord<byte[], byte[]> source) {
        return source.value() == null ? new byte[0] : source.value();
    }

    /** The second part of a W3C {@code traceparent}. */
    private static Optional<String> traceId(Headers headers) {
        return Optional.ofNullable(headers.lastHeader("ce_traceparent"))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8).split("-", -1))
                .filter(parts -> parts.length > 2)
                .map(parts -> parts[1]);
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    private static void put(Headers headers, String name, Object value) {
        headers.add(name, bytes(value.toString()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
