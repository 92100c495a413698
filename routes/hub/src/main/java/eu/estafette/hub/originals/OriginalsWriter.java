package eu.estafette.hub.originals;

import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.original.Originals;
import eu.estafette.schemas.Sha256;
import eu.estafette.schemas.Topics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Keeps originals on {@code estafette.originals}, piece by piece. */
public final class OriginalsWriter implements Originals, AutoCloseable {

    /** So many are under way at once: memory stays flat however large the original is. */
    private static final int UNDER_WAY = 16;

    private final Producer<byte[], byte[]> producer;
    private final int partitions;

    /** @param producer idempotent, acknowledged by all replicas, not transactional; closed with this */
    public OriginalsWriter(Producer<byte[], byte[]> producer, int partitions) {
        this.producer = producer;
        this.partitions = partitions;
    }

    @Override
    public OriginalRef keep(byte[] content) {
        try {
            return write(nameOf(new ByteArrayInputStream(content)), new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    @Override
    public OriginalRef keep(Path content) throws IOException {
        OriginalRef name;
        try (InputStream first = Files.newInputStream(content)) {
            name = nameOf(first);
        }
        try (InputStream again = Files.newInputStream(content)) {
            return write(name, again);
        }
    }

    private static OriginalRef nameOf(InputStream content) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        byte[] buffer = new byte[PieceKey.LENGTH];
        int read;
        while ((read = content.read(buffer)) >= 0) {
            sha256.update(buffer, 0, read);
        }
        return new OriginalRef(HexFormat.of().formatHex(sha256.digest()));
    }

    private OriginalRef write(OriginalRef name, InputStream content) throws IOException {
        int partition = PieceKey.partitionOf(name, partitions);
        Deque<Future<RecordMetadata>> underWay = new ArrayDeque<>();
        try {
            byte[] piece;
            int number = 0;
            do {
                piece = content.readNBytes(PieceKey.LENGTH);
                byte[] key = new PieceKey(name, number++).bytes();
                underWay.add(producer.send(new ProducerRecord<>(Topics.ORIGINALS, partition, key, piece)));
                if (underWay.size() == UNDER_WAY) {
                    underWay.remove().get();
                }
            } while (piece.length == PieceKey.LENGTH);
            for (Future<RecordMetadata> sent : underWay) {
                sent.get();
            }
            return name;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException | KafkaException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static IntakeUnavailableException unavailable(Exception failure) {
        return new IntakeUnavailableException("the original was not confirmed: " + failure.getMessage(), failure);
    }
}
