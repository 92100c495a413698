package eu.estafette.console.readmodel;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Marks of notices that a decision asked back. */
final class RecallRows {

    private static final String MARK = """
            update estafette.delivery d set recalled_partition = r.journal_partition, recalled_offset = r.journal_offset
            from unnest(?, ?, ?) as r(notice_id, journal_partition, journal_offset)
            where d.notice_id = r.notice_id
            """;

    private final List<String> notices = new ArrayList<>();
    private final List<Integer> partitions = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();

    void add(String noticeId, int partition, long offset) {
        notices.add(noticeId);
        partitions.add(partition);
        offsets.add(offset);
    }

    void write(JdbcOperations jdbc) {
        if (!notices.isEmpty()) {
            jdbc.update(MARK, statement -> {
                Connection connection = statement.getConnection();
                statement.setArray(1, connection.createArrayOf("text", notices.toArray()));
                statement.setArray(2, connection.createArrayOf("int4", partitions.toArray()));
                statement.setArray(3, connection.createArrayOf("int8", offsets.toArray()));
            });
        }
    }
}
