package eu.estafette.console.readmodel;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcOperations;

/** Records that could not be shown, for the desk to count. */
final class SkippedRows {

    private static final Table SKIPPED = Table.of(
            "skipped",
            "(topic, partition, at_offset) do nothing",
            "topic text",
            "partition int4",
            "at_offset int8",
            "skipped_at timestamptz",
            "failure text");

    private final Rows rows = new Rows(SKIPPED);

    void add(TopicPartition partition, long offset, String failure) {
        rows.add(offset + "@" + partition, partition.topic(), partition.partition(), offset, Instant.now(), failure);
    }

    void write(JdbcOperations jdbc) {
        rows.write(jdbc);
    }
}
