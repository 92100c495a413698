package eu.estafette.hub.polling;

import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.poll.PollerInbox;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Leaves things for pollers beside their state, in the partition of the one they are for. Connects when something is left first. */
final class KafkaInbox implements PollerInbox, AutoCloseable {

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param producers idempotent, acknowledged by all replicas, not transactional; closed with this */
    KafkaInbox(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    @Override
    public void leave(String poller, String key, byte[] value) {
        try {
            producer()
                    .send(PollerState.letter(poller, PollerStarter.partitionOf(poller), key, value))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(poller, e);
        } catch (ExecutionException | KafkaException e) {
            throw unavailable(poller, e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }

    private static IntakeUnavailableException unavailable(String poller, Exception failure) {
        return new IntakeUnavailableException("what was left for " + poller + " was not confirmed", failure);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }
}
