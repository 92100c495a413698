package eu.estafette.hub.delivery.outcome;

import static eu.estafette.hub.delivery.parking.FailureHeaders.CASE_ID;
import static eu.estafette.hub.delivery.parking.FailureHeaders.DLQ;
import static eu.estafette.hub.delivery.parking.FailureHeaders.FAILURE;
import static eu.estafette.hub.delivery.parking.FailureHeaders.LANE_OFFSET;
import static eu.estafette.hub.delivery.parking.FailureHeaders.put;
import static eu.estafette.hub.delivery.parking.FailureHeaders.without;

import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.parking.Shelf;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A notice as it is set aside: the record as it lay on its lane, with why it is here: {@code __dlq.errors.*} as Kafka's own dead letters have them,
 * {@code estafette.failure.*} for the rest. Value and its own headers stay untouched; what an earlier failure added is replaced. The key becomes
 * the notice's id, because these topics are compacted and a case may have several notices here; the lane's key, the case id, and the
 * notice's place on the lane, which tells the order of the case, stand in the headers.
 */
final class DeadLetter {

    private static final int LONGEST_MESSAGE = 1000;

    private final String group;

    /** @param group consumer group of the delivery */
    DeadLetter(String group) {
        this.group = group;
    }

    /** @param firstFailure the hub's time of the first try that was charged */
    ProducerRecord<byte[], byte[]> dead(Ended ended, Dies dies, Optional<Instant> firstFailure) {
        Headers headers = place(ended);
        put(headers, DLQ + "delivery.count", dies.attempt());
        put(headers, DLQ + "message", shortened(dies.failure().detail()));
        put(headers, FAILURE + "class", "RECORD");
        put(headers, FAILURE + "code", dies.failure().code());
        dies.failure().status().ifPresent(status -> put(headers, FAILURE + "status", status));
        put(headers, FAILURE + "attempts", dies.attempt());
        put(headers, FAILURE + "party", partyOf(ended));
        put(headers, CASE_ID, ended.call().record().caseId());
        traceId(headers).ifPresent(trace -> put(headers, FAILURE + "trace-id", trace));
        put(headers, FAILURE + "first-at", firstFailure.orElse(ended.at()));
        put(headers, FAILURE + "last-at", ended.at());
        put(headers, FAILURE + "decision", "DEAD");
        return record(Shelf.DEAD, ended, headers);
    }

    /** @param behind id of the dead notice that it waits for */
    ProducerRecord<byte[], byte[]> parked(Ended ended, Optional<String> behind) {
        Headers headers = place(ended);
        put(headers, FAILURE + "party", partyOf(ended));
        put(headers, CASE_ID, ended.call().record().caseId());
        behind.ifPresent(notice -> put(headers, FAILURE + "behind", notice));
        put(headers, FAILURE + "last-at", ended.at());
        put(headers, FAILURE + "decision", "PARKED");
        return record(Shelf.PARKED, ended, headers);
    }

    private Headers place(Ended ended) {
        Headers headers =
                ended.source().map(source -> without(source.headers())).orElseGet(RecordHeaders::new);
        LanePartition partition = ended.call().partition();
        put(headers, DLQ + "group", group);
        put(headers, DLQ + "topic", partition.id().topic());
        put(headers, DLQ + "partition", partition.id().partition());
        put(headers, LANE_OFFSET, ended.call().record().offset());
        return headers;
    }

    /** Never without value: on a compacted topic that would say that it is resolved. */
    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    private static ProducerRecord<byte[], byte[]> record(Shelf shelf, Ended ended, Headers headers) {
        byte[] value = ended.source()
                .map(source -> source.value() == null ? new byte[0] : source.value())
                .orElseThrow();
        return new ProducerRecord<>(
                shelf.topic(partyOf(ended)),
                ended.call().partition().id().partition(),
                ended.noticeId().getBytes(StandardCharsets.UTF_8),
                value,
                headers);
    }

    private static String partyOf(Ended ended) {
        return Topics.partyOfLane(ended.call().partition().id().topic());
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
}
