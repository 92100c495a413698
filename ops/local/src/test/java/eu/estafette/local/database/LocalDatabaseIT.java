package eu.estafette.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.estafette.local.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseIT {

    @Test
    void rowsAreThereAfterARestart(@TempDir Path data) throws Exception {
        // Given
        try (var database = LocalDatabase.start(data)) {
            new Rows(database.jdbcUrl()).create().add("één").add("two");
        }
        // When
        try (var database = LocalDatabase.start(data)) {
            // Then
            assertThat(new Rows(database.jdbcUrl()).all()).containsExactly("two", "één");
        }
        assertThat(server(data).runs()).isFalse();
    }

    @Test
    void itStartsAtOnceAfterKillNineOfItsJvm(@TempDir Path data) throws Exception {
        // Given
        try (var jvm = ChildJvm.start(LocalDatabaseMain.class, "--data", data.toString())) {
            new Rows(jvm.await("Database is ready: ")).create().add("one");
            jvm.kill();
        }
        // When
        try (var database = LocalDatabase.start(data)) {
            // Then
            assertThat(new Rows(database.jdbcUrl()).all()).containsExactly("one");
        }
    }

    @Test
    void theServerEndsWithItsJvmAlsoByKillNine(@TempDir Path data) throws Exception {
        // Given
        try (var jvm = ChildJvm.start(LocalDatabaseMain.class, "--data", data.toString())) {
            jvm.await("Database is ready: ");
            var server = server(data).process().orElseThrow();
            // When
            jvm.kill();
            // Then
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> server(data).process().isEmpty());
            assertThat(server.info().commandLine()).as("no more than a zombie").isEmpty();
        }
    }

    @Test
    void aServerThatOutlivedItsJvmIsStoppedFirst(@TempDir Path data) throws Exception {
        // Given
        try (var jvm = ChildJvm.start(LocalDatabaseMain.class, "--data", data.toString())) {
            new Rows(jvm.await("Database is ready: ")).create().add("one");
            jvm.killChildren();
            jvm.kill();
        }
        var orphan = server(data).process().orElseThrow();
        // When
        try (var database = LocalDatabase.start(data)) {
            // Then
            assertThat(server(data).process()).isPresent().get().isNotEqualTo(orphan);
            assertThat(new Rows(database.jdbcUrl()).add("two").all()).containsExactly("one", "two");
        }
    }

    @Test
    void itRecoversAfterKillNineOfEverything(@TempDir Path data) throws Exception {
        // Given
        try (var jvm = ChildJvm.start(LocalDatabaseMain.class, "--data", data.toString())) {
            new Rows(jvm.await("Database is ready: ")).create().add("one");
            server(data).process().orElseThrow().destroyForcibly();
            jvm.kill();
        }
        // When
        try (var database = LocalDatabase.start(data)) {
            // Then
            assertThat(new Rows(database.jdbcUrl()).all()).containsExactly("one");
        }
    }

    @Test
    void aProcessThatGotTheOldServersNumberIsLeftAlone(@TempDir Path data) throws Exception {
        // Given
        try (var database = LocalDatabase.start(data)) {
            new Rows(database.jdbcUrl()).create();
        }
        var bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    data.resolve("data/postmaster.pid"), bystander.pid() + "\n" + data.resolve("data") + "\n");
            // When
            try (var database = LocalDatabase.start(data)) {
                // Then
                assertThat(new Rows(database.jdbcUrl()).all()).isEmpty();
                assertThat(bystander.isAlive()).isTrue();
            }
        } finally {
            bystander.destroyForcibly();
        }
    }

    @Test
    void aFolderServesOneDatabaseAtATime(@TempDir Path data) throws Exception {
        // Given
        try (var database = LocalDatabase.start(data)) {
            // When
            assertThatThrownBy(() -> LocalDatabase.start(data))
                    // Then
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by process");
            assertThat(new Rows(database.jdbcUrl()).create().all()).isEmpty();
        }
    }

    private static Postmaster server(Path data) {
        return new Postmaster(data.resolve("data"));
    }
}
