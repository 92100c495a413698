package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.kit.intake.Intake.Accepted;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.token.SubjectKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IngestProducerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final IngestSettings SETTINGS = settings(PATIENCE, Duration.ofSeconds(4), Duration.ofSeconds(5));

    /** Gives up long before a caller does, so that a busy machine does not decide the test. */
    private static final IngestSettings IMPATIENT = settings(PATIENCE, Duration.ofMillis(500), Duration.ofMillis(500));

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
        // Given: bound, so that no other process gets the port; it does not listen, so that connecting is refused
        try (var taken = new Socket();
                var producer = IngestProducer.create(at(taken), IMPATIENT, (topic, record) -> new byte[] {1})) {
            // When
            long start = System.nanoTime();
            CompletableFuture<Accepted> accepted =
                    new KafkaIntake(producer).accept(new SubjectKey("0123456789abcdef01234567"), Events.event("a"));

            // Then
            assertThatThrownBy(() -> accepted.get(1, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IntakeUnavailableException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        }
    }

    @Test
    void timesThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> settings(Duration.ofSeconds(8), Duration.ofSeconds(4), Duration.ofSeconds(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("estafette.ingest")
                .hasMessageContaining("PT8S");
    }

    private static IngestSettings settings(Duration patience, Duration blockAtMost, Duration giveUpAfter) {
        return new IngestSettings(
                DataSize.ofMegabytes(1),
                patience,
                Duration.ofSeconds(10),
                Duration.ofMillis(3),
                blockAtMost,
                giveUpAfter);
    }

    private static Map<String, Object> at(Socket socket) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return Map.of("bootstrap.servers", "127.0.0.1:" + socket.getLocalPort());
    }
}
