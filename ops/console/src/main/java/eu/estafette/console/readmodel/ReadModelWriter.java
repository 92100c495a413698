package eu.estafette.console.readmodel;

import eu.estafette.console.readmodel.Change.Journaled;
import eu.estafette.console.readmodel.Change.Unreadable;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Writes batches, each in one transaction with its positions. A record that PostgreSQL will not take is set aside alone. */
final class ReadModelWriter {

    private static final Logger log = LoggerFactory.getLogger(ReadModelWriter.class);

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Map<TopicPartition, Long> positions;
    private final CaseNames names;

    /** @param positions as stored */
    ReadModelWriter(JdbcTemplate jdbc, TransactionOperations transactions, Map<TopicPartition, Long> positions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.positions = new HashMap<>(positions);
        this.names = CaseNames.load(jdbc);
    }

    /**
     * Writes changes of any partitions, those of one partition in its order.
     *
     * @throws DataAccessException if PostgreSQL is away
     * @throws PositionsMovedException if somebody else wrote; nothing was written then
     */
    void write(List<Incoming> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int merge = changes.size() == 1 ? -1 : firstMerge(changes);
        if (merge >= 0) {
            // what was told before and what is told after it stand under different ids
            write(changes.subList(0, merge));
            write(changes.subList(merge, merge + 1));
            write(changes.subList(merge + 1, changes.size()));
            return;
        }
        try {
            writeAtOnce(changes);
        } catch (DataAccessException failure) {
            if (!isAboutTheRows(failure)) {
                throw failure;
            }
            if (changes.size() == 1) {
                setAside(changes.getFirst(), failure);
                return;
            }
            write(changes.subList(0, changes.size() / 2));
            write(changes.subList(changes.size() / 2, changes.size()));
        }
    }

    private static int firstMerge(List<Incoming> changes) {
        for (int at = 0; at < changes.size(); at++) {
            if (changes.get(at).change() instanceof Journaled journaled
                    && journaled.entry().getTookOver() != null) {
                return at;
            }
        }
        return -1;
    }

    private void writeAtOnce(List<Incoming> changes) {
        var batch = new Batch(names);
        // sorted, so that two processes lock in the same order
        Map<TopicPartition, Long> next = new TreeMap<>(
                java.util.Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
        for (Incoming incoming : changes) {
            batch.add(incoming);
            next.put(incoming.partition(), incoming.offset() + 1);
        }
        transactions.executeWithoutResult(transaction -> {
            Positions.advance(jdbc, positions, next);
            batch.write(jdbc);
        });
        positions.putAll(next);
    }

    private void setAside(Incoming incoming, DataAccessException failure) {
        String reason = String.valueOf(failure.getMostSpecificCause().getMessage());
        log.atError()
                .addKeyValue("partition", incoming.partition())
                .addKeyValue("offset", incoming.offset())
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("record cannot be shown; it stays on its topic");
        writeAtOnce(List.of(new Incoming(incoming.partition(), incoming.offset(), new Unreadable(reason))));
    }

    /** Data that no column takes (22), a broken constraint (23), or more than an index entry holds (54). */
    private static boolean isAboutTheRows(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && List.of("22", "23", "54").contains(cause.getSQLState().substring(0, 2));
    }
}
