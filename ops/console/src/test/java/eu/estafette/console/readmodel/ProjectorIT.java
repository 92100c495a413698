package eu.estafette.console.readmodel;

import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.head;
import static eu.estafette.console.fixture.Entries.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import eu.estafette.console.fixture.Broker;
import eu.estafette.console.fixture.Broker.Published;
import eu.estafette.console.fixture.PlainAvro;
import eu.estafette.console.fixture.Postgres;
import eu.estafette.console.fixture.RestartablePostgres;
import eu.estafette.console.readmodel.ReadModelStatus.State;
import eu.estafette.schemas.Topics;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The projector between a real broker and a real PostgreSQL. */
class ProjectorIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static Broker broker;
    private static RestartablePostgres postgres;
    private static HikariDataSource dataSource;
    private static JdbcTemplate jdbc;

    private Projector projector;

    @BeforeAll
    static void startServers(@TempDir Path folder) throws Exception {
        broker = new Broker();
        postgres = new RestartablePostgres(folder);
        postgres.start();
        // gives up soon, as the hub's does
        dataSource = Postgres.pool(postgres.port(), "postgres", Duration.ofSeconds(5));
        jdbc = new JdbcTemplate(dataSource);
    }

    @AfterAll
    static void stopServers() throws Exception {
        dataSource.close();
        postgres.stop();
        broker.close();
    }

    @BeforeEach
    void noTopicsAndNoTables() throws Exception {
        broker.deleteTopics();
        jdbc.execute("drop schema if exists estafette cascade");
        projector = projector();
    }

    @AfterEach
    void stop() {
        projector.stop();
    }

    @Test
    void committedRecordsOfAllTopicsAreShownAndAbortedOnesAreNot() throws Exception {
        // Given
        broker.createTopics();
        var asked = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        broker.publishAndAbort(journaled("E0", 0));
        broker.publish(
                new Published(
                        Topics.JOURNAL,
                        0,
                        "aa",
                        decided("E1", 1, "gemeente", "C1")
                                .setNotices(List.of(asked))
                                .build()),
                new Published(Topics.NOTICES, 1, "N1", notice(asked, "C1", 1)),
                new Published(Topics.CASES, 0, "aa/head", head("C1", "NONE")));

        // When
        projector.start();

        // Then
        awaitEvents("E1");
        await().atMost(PATIENCE).until(() -> count("notice") == 1 && count("case_head") == 1);
        await().atMost(PATIENCE).until(() -> projector.status().lag().orElse(-1) == 0);
        assertThat(projector.status().behind())
                .containsOnlyKeys(Topics.JOURNAL, Topics.NOTICES, Topics.CASES, Topics.INVALID);
        assertThat(projector.status().trouble()).isEmpty();
    }

    @Test
    void aProjectorThatStartsAgainGoesOnWhereItStopped() throws Exception {
        // Given
        broker.createTopics();
        broker.publish(journaled("E1", 1));
        projector.start();
        awaitEvents("E1");
        projector.stop();
        jdbc.update("delete from estafette.event");
        broker.publish(journaled("E2", 2));

        // When
        projector = projector();
        projector.start();

        // Then: what was read is not read again
        awaitEvents("E2");
    }

    @Test
    void whatWasWrittenAndNotCommittedIsWrittenByTheNextOnce() throws Exception {
        // Given
        broker.createTopics();
        broker.publish(journaled("E1", 1));
        projector.start();
        awaitEvents("E1");
        try (Connection other = dataSource.getConnection();
                Statement holding = other.createStatement()) {
            other.setAutoCommit(false);
            holding.execute("lock table estafette.position in exclusive mode");
            broker.publish(journaled("E2", 2));
            await().atMost(PATIENCE).until(() -> waitingForLocks() > 0);

            // When: it ends in the middle of its transaction
            jdbc.queryForList("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'");
            projector.stop();
            other.rollback();
        }
        projector = projector();
        projector.start();

        // Then
        awaitEvents("E1", "E2");
        assertThat(count("journal")).isEqualTo(2);
    }

    @Test
    void tablesThatAreEmptiedWhileItRunsAreRebuilt() throws Exception {
        // Given
        broker.createTopics();
        broker.publish(journaled("E1", 1));
        projector.start();
        awaitEvents("E1");

        // When
        jdbc.execute(
                "truncate estafette.event, estafette.journal, estafette.decided, estafette.case_ref, estafette.position");
        broker.publish(journaled("E2", 2));

        // Then
        awaitEvents("E1", "E2");
    }

    @Test
    void itWaitsForTopicsThatDoNotExistYet() throws Exception {
        // Given
        projector.start();
        await().atMost(PATIENCE)
                .until(() -> projector.status().trouble().orElse("").contains("does not exist yet"));

        // When
        broker.createTopics();
        broker.publish(journaled("E1", 1));

        // Then
        awaitEvents("E1");
        await().atMost(PATIENCE).until(() -> projector.status().isFollowed());
    }

    @Test
    void itGoesOnByItselfAfterPostgreSqlWasAway() throws Exception {
        // Given
        broker.createTopics();
        broker.publish(journaled("E1", 1));
        projector.start();
        awaitEvents("E1");

        // When
        postgres.stop();
        broker.publish(journaled("E2", 2));
        await().atMost(PATIENCE).until(() -> !projector.status().isFollowed());
        assertThat(projector.status().trouble()).isPresent();
        postgres.start();

        // Then
        awaitEvents("E1", "E2");
        await().atMost(PATIENCE).until(() -> projector.status().isFollowed());
        assertThat(projector.status().trouble()).isEmpty();
    }

    @Test
    void itGoesOnByItselfAfterKafkaWasAway() throws Exception {
        // Given
        broker.createTopics();
        broker.publish(journaled("E1", 1));
        projector.start();
        awaitEvents("E1");

        // When
        broker.stop();
        await().atMost(PATIENCE).until(() -> !projector.status().isFollowed());
        broker.start();
        broker.publish(journaled("E2", 2));

        // Then
        awaitEvents("E1", "E2");
        await().atMost(PATIENCE).until(() -> projector.status().isFollowed());
    }

    @Test
    void aTopicThatWasMadeAnewStopsItWithASentence() throws Exception {
        // Given
        broker.createTopics();
        projector.start();
        await().atMost(PATIENCE).until(() -> projector.status().isFollowed());
        projector.stop();
        jdbc.update("update estafette.position set next_offset = 500 where topic = ?", Topics.JOURNAL);

        // When
        projector = projector();
        projector.start();

        // Then
        await().atMost(PATIENCE)
                .until(() -> projector.status().trouble().orElse("").contains("the topic was made anew"));
    }

    @Test
    void ofTwoProjectorsOneStandsByAndTakesOverWhenTheOtherStops() throws Exception {
        // Given
        broker.createTopics();
        projector.start();
        await().atMost(PATIENCE).until(() -> projector.status().state() == State.FOLLOWING);
        Projector second = projector();
        second.start();
        try {
            await().atMost(PATIENCE).until(() -> second.status().state() == State.STANDBY);
            broker.publish(journaled("E1", 1));
            awaitEvents("E1");

            // When
            projector.stop();
            broker.publish(journaled("E2", 2));

            // Then
            awaitEvents("E1", "E2");
            assertThat(count("journal")).isEqualTo(2);
        } finally {
            second.stop();
        }
    }

    private Projector projector() {
        return new Projector(ReadModelConsumers.of(broker.connection()), PlainAvro.deserializers(), dataSource);
    }

    private static Published journaled(String eventId, long offset) {
        return new Published(
                Topics.JOURNAL,
                0,
                "aa",
                decided(eventId, offset, "gemeente", "C1").build());
    }

    private void awaitEvents(String... ids) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(jdbc.queryForList(
                                "select event_id from estafette.event order by event_id", String.class))
                        .containsExactly(ids));
    }

    private static long waitingForLocks() {
        Long count =
                jdbc.queryForObject("select count(*) from pg_stat_activity where wait_event_type = 'Lock'", Long.class);
        return count == null ? 0 : count;
    }

    private long count(String table) {
        Long count = jdbc.queryForObject("select count(*) from estafette." + table, Long.class);
        return count == null ? 0 : count;
    }
}
