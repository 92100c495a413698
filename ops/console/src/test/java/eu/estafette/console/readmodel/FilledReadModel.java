package eu.estafette.console.readmodel;

import com.zaxxer.hikari.HikariDataSource;
import eu.estafette.console.fixture.PlainAvro;
import eu.estafette.console.fixture.Postgres;
import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A read model that is fed by hand: records go through everything but Kafka, and are in the tables when a call returns. */
public final class FilledReadModel implements AutoCloseable {

    public static final int PARTITIONS = 2;

    private final ChangeReader reader = new ChangeReader(PlainAvro.deserializers());
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final List<ConsumerRecord<byte[], byte[]>> history = new ArrayList<>();
    private final HikariDataSource dataSource;
    private final JdbcTemplate jdbc;
    private ReadModelWriter writer;

    public FilledReadModel() {
        this(Postgres.database());
    }

    public FilledReadModel(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        jdbc = new JdbcTemplate(dataSource);
        new ReadModelSchema(dataSource).migrate();
        writer = restarted();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** In one batch, on partition 0. */
    public FilledReadModel journaled(JournalEntry.Builder... entries) {
        return write(Arrays.stream(entries)
                .map(entry -> record(Topics.JOURNAL, 0, "subject", PlainAvro.bytes(entry.build())))
                .toList());
    }

    public FilledReadModel sent(Notice... notices) {
        return sent(0, notices);
    }

    public FilledReadModel sent(int partition, Notice... notices) {
        return write(Arrays.stream(notices)
                .map(notice -> record(Topics.NOTICES, partition, notice.getNoticeId(), PlainAvro.bytes(notice)))
                .toList());
    }

    public FilledReadModel removedNotice(String noticeId) {
        return write(List.of(record(Topics.NOTICES, 0, noticeId, null)));
    }

    /** @param code absent: it is solved */
    public FilledReadModel setAside(String place, @Nullable String code) {
        byte @Nullable [] value = code == null ? null : new byte[] {1};
        ConsumerRecord<byte[], byte[]> record = record(Topics.INVALID, 0, place, value);
        if (code != null) {
            record.headers()
                    .add("ce_id", "E2".getBytes(StandardCharsets.UTF_8))
                    .add("estafette.failure.code", code.getBytes(StandardCharsets.UTF_8))
                    .add("estafette.failure.detail", "no such field".getBytes(StandardCharsets.UTF_8));
        }
        return write(List.of(record));
    }

    public FilledReadModel stored(String key, @Nullable CaseEntry entry) {
        return write(List.of(record(Topics.CASES, 0, key, entry == null ? null : PlainAvro.bytes(entry))));
    }

    ConsumerRecord<byte[], byte[]> record(String topic, int partition, String key, byte @Nullable [] value) {
        long offset = ends.merge(new TopicPartition(topic, partition), 1L, Long::sum) - 1;
        return new ConsumerRecord<>(topic, partition, offset, key.getBytes(StandardCharsets.UTF_8), value);
    }

    FilledReadModel write(List<ConsumerRecord<byte[], byte[]>> records) {
        history.addAll(records);
        writer.write(records.stream()
                .map(record -> new Incoming(
                        new TopicPartition(record.topic(), record.partition()), record.offset(), reader.read(record)))
                .toList());
        return this;
    }

    /** Empties every table; records start at offset 0 again. */
    public void clear() {
        jdbc.queryForList(
                        "select tablename from pg_tables where schemaname = 'estafette' and tablename <> 'flyway_schema_history'",
                        String.class)
                .forEach(table -> jdbc.execute("truncate estafette." + table));
        ends.clear();
        history.clear();
        writer = restarted();
    }

    /** Everything once more from the beginning, as after the tables were emptied. */
    void replay() {
        writer = restarted();
        List<ConsumerRecord<byte[], byte[]>> all = List.copyOf(history);
        history.clear();
        write(all);
    }

    /** As after a restart of the process: it goes on where it was. */
    void restart() {
        writer = restarted();
    }

    private ReadModelWriter restarted() {
        Map<TopicPartition, Long> start = new HashMap<>();
        for (String topic : List.of(Topics.JOURNAL, Topics.NOTICES, Topics.CASES, Topics.INVALID)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                start.put(new TopicPartition(topic, partition), 0L);
            }
        }
        Positions.add(jdbc, start);
        return new ReadModelWriter(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(dataSource)), Positions.load(jdbc));
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
