package eu.estafette.hub.operators;

import eu.estafette.console.problem.DeskAwayException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of several topics in one Kafka transaction, one after the other. Operators are few. After any failure, an unknown outcome
 * included, the producer is given up; the next one ends what it left behind. Thread-safe.
 */
final class DeskTransactions implements AutoCloseable {

    private static final Duration GIVE_UP = Duration.ZERO;

    private final Supplier<Producer<String, byte[]>> producers;
    private @Nullable Producer<String, byte[]> producer;

    /** @param producers all of one transactional id, which nobody else has */
    DeskTransactions(Supplier<Producer<String, byte[]>> producers) {
        this.producers = producers;
    }

    /** @throws DeskAwayException if it is not certain that all are durable */
    synchronized void write(List<ProducerRecord<String, byte[]>> records) {
        try {
            Producer<String, byte[]> open = open();
            open.beginTransaction();
            records.forEach(open::send);
            // waits for all of them, and tells of the first that failed
            open.commitTransaction();
        } catch (KafkaException e) {
            giveUp();
            throw away(e);
        }
    }

    /** @throws DeskAwayException if Kafka does not say */
    synchronized int partitionsOf(String topic) {
        try {
            return open().partitionsFor(topic).size();
        } catch (KafkaException e) {
            giveUp();
            throw away(e);
        }
    }

    @Override
    public synchronized void close() {
        giveUp();
    }

    private Producer<String, byte[]> open() {
        if (producer == null) {
            Producer<String, byte[]> next = producers.get();
            try {
                next.initTransactions();
            } catch (KafkaException e) {
                next.close(GIVE_UP);
                throw e;
            }
            producer = next;
        }
        return producer;
    }

    private void giveUp() {
        if (producer != null) {
            producer.close(GIVE_UP);
            producer = null;
        }
    }

    private static DeskAwayException away(KafkaException failure) {
        return new DeskAwayException("Kafka did not confirm what an operator did: " + failure.getMessage(), failure);
    }
}
