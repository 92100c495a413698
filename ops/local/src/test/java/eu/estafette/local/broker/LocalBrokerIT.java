package eu.estafette.local.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.local.ChildJvm;
import eu.estafette.local.Loopback;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {

    @Test
    void whatIsCommittedIsThereAfterARestartAtTheSameAddress(@TempDir Path data) throws Exception {
        // Given
        String address;
        try (var broker = LocalBroker.start(data, 0)) {
            address = broker.bootstrapServers();
            var records = new Records(address, "events").create();
            records.commit("one", "two");
            records.abort("never");
            records.commit("three");
            records.awaitCommitted("one", "two", "three");
        }
        // When
        try (var broker = LocalBroker.start(data, 0)) {
            // Then
            assertThat(broker.bootstrapServers()).isEqualTo(address);
            new Records(address, "events").awaitCommitted("one", "two", "three");
        }
    }

    @Test
    void whatIsCommittedIsThereAfterKillNine(@TempDir Path data) throws Exception {
        // Given
        try (var jvm = ChildJvm.start(LocalBrokerMain.class, "--data", data.toString())) {
            new Records(jvm.await("Broker is ready: "), "events").create().commit("one", "two");
            jvm.kill();
        }
        // When
        try (var broker = LocalBroker.start(data, 0)) {
            // Then
            var records = new Records(broker.bootstrapServers(), "events");
            records.commit("three");
            records.awaitCommitted("one", "two", "three");
        }
    }

    @Test
    void aBrokerOfItsOwnStopsCleanlyOnTerm(@TempDir Path data) throws Exception {
        // Given
        try (var jvm = ChildJvm.start(LocalBrokerMain.class, "--data", data.toString())) {
            jvm.await("Broker is ready: ");
            // When
            jvm.stop();
        }
        // Then
        assertThat(data.resolve("log/.kafka_cleanshutdown")).exists();
    }

    @Test
    void twoBrokersOfOneJvmKnowNothingOfEachOther(@TempDir Path data, @TempDir Path otherData) throws Exception {
        try (var one = LocalBroker.start(data, 0);
                var other = LocalBroker.start(otherData, 0)) {
            // Given
            var here = new Records(one.bootstrapServers(), "events").create();
            var there = new Records(other.bootstrapServers(), "events").create();
            // When
            here.commit("here");
            there.commit("there");
            // Then
            here.awaitCommitted("here");
            there.awaitCommitted("there");
        }
    }

    @Test
    void nothingIsMadeOrForgottenByItself(@TempDir Path data) throws Exception {
        try (var broker = LocalBroker.start(data, 0);
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            // When
            var node = new ConfigResource(ConfigResource.Type.BROKER, "1");
            var settings = requireNonNull(
                    admin.describeConfigs(List.of(node)).all().get().get(node));
            // Then
            assertThat(settings.get("auto.create.topics.enable").value()).isEqualTo("false");
            assertThat(settings.get("log.retention.ms").value()).isEqualTo("-1");
            assertThat(settings.get("message.max.bytes").value()).isEqualTo("4194304");
            assertThat(Duration.ofMinutes(Long.parseLong(
                            settings.get("offsets.retention.minutes").value())))
                    .isGreaterThanOrEqualTo(Duration.ofDays(400));
        }
    }

    @Test
    void aTakenPortIsRefusedByItsNumber(@TempDir Path data) throws Exception {
        // Given
        try (var taken = Loopback.bind(0)) {
            var port = Loopback.port(taken);
            // When
            assertThatThrownBy(() -> LocalBroker.start(data, port))
                    // Then
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @Test
    void aFolderServesOneBrokerAtATime(@TempDir Path data) throws Exception {
        // Given
        try (var broker = LocalBroker.start(data, 0)) {
            var records = new Records(broker.bootstrapServers(), "events").create();
            // When
            assertThatThrownBy(() -> LocalBroker.start(data, 0))
                    // Then
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("in use by process");
            records.commit("still serving");
            records.awaitCommitted("still serving");
        }
    }
}
