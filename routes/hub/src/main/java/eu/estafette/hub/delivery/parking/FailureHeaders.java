package eu.estafette.hub.delivery.parking;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that a notice gets when it is set aside, beside its own: {@code __dlq.errors.*} and {@code estafette.failure.*}. */
public final class FailureHeaders {

    public static final String DLQ = "__dlq.errors.";
    public static final String FAILURE = "estafette.failure.";
    public static final String LANE_OFFSET = DLQ + "offset";
    public static final String CASE_ID = FAILURE + "case-id";

    private FailureHeaders() {}

    /** A copy of a record's own headers, without what earlier failures added. */
    public static Headers without(Headers all) {
        var own = new RecordHeaders();
        for (Header header : all) {
            if (!header.key().startsWith(DLQ) && !header.key().startsWith(FAILURE)) {
                own.add(header);
            }
        }
        return own;
    }

    public static void put(Headers headers, String name, Object value) {
        headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where a record lies and belongs. What does not tell its place in its case, which the hub never writes, comes first in none. */
    static SetAside placeOf(Shelf shelf, ConsumerRecord<byte[], byte[]> record) {
        return new SetAside(
                shelf,
                new String(record.key(), StandardCharsets.UTF_8),
                value(record, CASE_ID).orElse(""),
                value(record, LANE_OFFSET).map(Long::parseLong).orElse(-1 - record.offset()),
                record.offset());
    }

    private static Optional<String> value(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
