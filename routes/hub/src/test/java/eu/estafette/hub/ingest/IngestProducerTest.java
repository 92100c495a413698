package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.kit.intake.Intake.Accepted;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.token.SubjectKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IngestProducerTest {

    private static final IngestSettings SETTINGS = settings(Duration.ofSeconds(10));

    @Test
    void nothingIsConfirmedThatOneReplicaAloneHas() {
        // When
        Map<String, Object> config = IngestProducer.config(Map.of("security.protocol", "SSL"), SETTINGS);

        // Then
        assertThat(config)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024)
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void kafkaAwayIsKnownWithinThePatienceOfACaller() throws Exception {
        // Given a port where nobody listens
        Map<String, Object> cluster = Map.of("bootstrap.servers", "127.0.0.1:" + closedPort());
        try (var producer = IngestProducer.create(cluster, SETTINGS, (topic, record) -> new byte[] {1})) {
            // When
            long start = System.nanoTime();
            CompletableFuture<Accepted> accepted =
                    new KafkaIntake(producer).accept(new SubjectKey("0123456789abcdef01234567"), Events.event("a"));

            // Then
            assertThatThrownBy(() -> accepted.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IntakeUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void timesThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> settings(Duration.ofSeconds(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("estafette.ingest")
                .hasMessageContaining("PT8S");
    }

    private static IngestSettings settings(Duration patience) {
        return new IngestSettings(
                DataSize.ofMegabytes(1),
                patience,
                Duration.ofSeconds(10),
                Duration.ofMillis(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
