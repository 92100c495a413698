package eu.estafette.console.readmodel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the journal, the notices and the case store, and writes what they say to PostgreSQL. Rows and positions are written in one
 * transaction, so a record counts once however often it is read. Whatever fails, PostgreSQL or Kafka, is tried again for ever; nothing
 * else in the hub waits for it.
 */
public final class Projector implements ReadModel, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Projector.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration STANDBY_PAUSE = Duration.ofSeconds(2);
    private static final Duration LAG_EVERY = Duration.ofSeconds(1);

    private final ReadModelConsumers consumers;
    private final ChangeReader reader;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ReadModelSchema schema;
    private volatile ReadModelStatus status = ReadModelStatus.starting();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    public Projector(ReadModelConsumers consumers, MessageDeserializers messages, DataSource dataSource) {
        this.consumers = consumers;
        reader = new ChangeReader(messages);
        this.dataSource = dataSource;
        jdbc = new JdbcTemplate(dataSource);
        transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        schema = new ReadModelSchema(dataSource);
    }

    @Override
    public ReadModelStatus status() {
        return status;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("read-model").start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isStopped()) {
            try {
                takeTurn();
                pause = FIRST_PAUSE;
                await(STANDBY_PAUSE);
            } catch (RuntimeException failure) {
                // a failure after it followed for a while is a new one
                pause = status.isFollowed() ? FIRST_PAUSE : pause;
                trouble(failure, pause);
                await(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        status = status.stopped();
    }

    /** Follows until it is stopped; returns at once where another process does. */
    private void takeTurn() {
        Optional<Turn> turn = Turn.take(dataSource);
        if (turn.isEmpty()) {
            status = status.standby();
            return;
        }
        try (Turn ignored = turn.get()) {
            follow();
        }
    }

    private void follow() {
        schema.migrate();
        try (var feed = new TopicFeed(consumers.open())) {
            Map<TopicPartition, Long> positions = feed.start(Positions.load(jdbc));
            Positions.add(jdbc, positions);
            var writer = new ReadModelWriter(jdbc, transactions, positions);
            log.atInfo().addKeyValue("partitions", positions.size()).log("read model follows");
            long lagDue = System.nanoTime();
            while (!isStopped()) {
                writer.write(changes(feed));
                if (System.nanoTime() - lagDue >= 0) {
                    status = status.following(feed.behind());
                    lagDue = System.nanoTime() + LAG_EVERY.toNanos();
                }
            }
        }
    }

    private List<Incoming> changes(TopicFeed feed) {
        return feed.poll().stream()
                .map(record -> new Incoming(
                        new TopicPartition(record.topic(), record.partition()), record.offset(), reader.read(record)))
                .toList();
    }

    private void trouble(RuntimeException failure, Duration pause) {
        // what a transaction or pool wraps says less than what it wraps
        String sentence = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        log.atWarn()
                .addKeyValue("failure", failure.getClass().getName())
                .addKeyValue("again", pause)
                .log("read model cannot follow: {}", sentence);
        status = status.troubled(sentence);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void await(Duration pause) {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
