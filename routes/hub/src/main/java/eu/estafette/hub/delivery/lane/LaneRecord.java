package eu.estafette.hub.delivery.lane;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A notice as it lies on its lane: bytes that are not looked into before its turn comes. */
public record LaneRecord(ConsumerRecord<byte[], byte[]> source) implements Queued {

    @Override
    public long offset() {
        return source.offset();
    }

    /** The case; records without key, which the router never writes, wait for each other. */
    @Override
    @SuppressWarnings("NullAway") // Kafka's key may be null whatever its type says
    public String caseId() {
        byte[] key = source.key();
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    /** Since when it is on the lane, in real time. */
    Instant since() {
        return Instant.ofEpochMilli(source.timestamp());
    }
}
