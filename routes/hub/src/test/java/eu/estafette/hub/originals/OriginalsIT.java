package eu.estafette.hub.originals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.group.GroupClients;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.schemas.Sha256;
import eu.estafette.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedBroker.class)
class OriginalsIT {

    private static final int PARTITIONS = TopicPlan.SUBJECT_PARTITIONS;

    private final TestBroker broker;
    private OriginalsWriter writer;
    private OriginalsReader reader;

    OriginalsIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void open() throws Exception {
        broker.createAsPlanned(Topics.ORIGINALS);
        writer = new OriginalsWriter(producer(), PARTITIONS);
        reader = new OriginalsReader(new GroupClients(broker.connection(), "originals")::reader, PARTITIONS);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.copyOf(broker.connection()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PieceKey.LENGTH - 1, PieceKey.LENGTH, 2 * PieceKey.LENGTH + 17})
    void whatIsKeptIsReadBackByteByByteBesideOthers(int length) throws IOException {
        // Given
        byte[] content = bytes(length);
        writer.keep(bytes(700));
        OriginalRef ref = writer.keep(content);
        writer.keep(bytes(PieceKey.LENGTH));
        writer.keep(content);

        // When, Then
        for (Optional<Instant> around : List.of(
                Optional.<Instant>empty(),
                Optional.of(Instant.now()),
                Optional.of(Instant.now().plus(Duration.ofDays(3))),
                Optional.of(Instant.EPOCH.plus(Duration.ofDays(1))))) {
            assertThat(found(ref, around)).as("around %s", around).hasValue(content);
        }
    }

    @Test
    void ofOneThatIsNotWhollyThereNothingIsGiven() throws Exception {
        // Given: its last piece is missing, as after a crash
        byte[] content = bytes(PieceKey.LENGTH + 5);
        var ref = new OriginalRef(Sha256.hex(content));
        byte[] first = java.util.Arrays.copyOf(content, PieceKey.LENGTH);
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(
                            Topics.ORIGINALS,
                            PieceKey.partitionOf(ref, PARTITIONS),
                            (ref + "/0").getBytes(UTF_8),
                            first))
                    .get();
        }

        // When, Then
        assertThat(found(ref, Optional.empty())).isEmpty();
        assertThat(found(new OriginalRef("ab".repeat(32)), Optional.of(Instant.now())))
                .isEmpty();
    }

    private Optional<byte[]> found(OriginalRef ref, Optional<Instant> around) throws IOException {
        Optional<Path> copy = reader.find(ref, around);
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(copy.get());
        Files.delete(copy.get());
        return Optional.of(content);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }
}
