package eu.estafette.console.readmodel;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the projector goes on in each partition, kept beside the rows so that both are written or neither. */
final class Positions {

    private Positions() {}

    static Map<TopicPartition, Long> load(JdbcOperations jdbc) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        jdbc.query("select topic, partition, next_offset from estafette.position", row -> {
            positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
        return positions;
    }

    /** Makes a row for each partition that has none; those that have one keep it. */
    static void add(JdbcTemplate jdbc, Map<TopicPartition, Long> start) {
        jdbc.batchUpdate(
                "insert into estafette.position (topic, partition, next_offset) values (?, ?, ?) on conflict do nothing",
                start.entrySet(),
                Math.max(1, start.size()),
                (statement, entry) -> {
                    statement.setString(1, entry.getKey().topic());
                    statement.setInt(2, entry.getKey().partition());
                    statement.setLong(3, entry.getValue());
                });
    }

    /**
     * Moves positions on, and keeps their rows locked until the transaction ends.
     *
     * @param from where they must be now
     * @throws PositionsMovedException if one is elsewhere: another process projects too, or the tables were emptied
     */
    static void advance(JdbcTemplate jdbc, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        to.forEach((partition, next) -> {
            int moved = jdbc.update(
                    "update estafette.position set next_offset = ? where topic = ? and partition = ? and next_offset = ?",
                    next,
                    partition.topic(),
                    partition.partition(),
                    from.get(partition));
            if (moved != 1) {
                throw new PositionsMovedException(partition);
            }
        });
    }
}
