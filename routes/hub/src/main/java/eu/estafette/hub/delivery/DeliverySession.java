package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.call.Calls;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.outcome.Results;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The poll thread, for the life of one consumer: reads notices, starts calls, takes their results, writes them. Never waits for a
 * partner; only giving up a lane waits for its calls, within bounds.
 */
final class DeliverySession implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(DeliverySession.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration WRITE_AGAIN = Duration.ofSeconds(1);

    /** Written without waiting for more. */
    private static final int FULL_BATCH = 500;

    private final DeliverySettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final Lanes lanes;
    private final LaneOwner owner;
    private final Calls calls;
    private final Results results;
    private final Vitals vitals;
    private final List<Ended> ended = new ArrayList<>();
    private long gatheringSince;
    private long writeAgainAt = System.nanoTime();

    DeliverySession(
            DeliverySettings settings,
            Consumer<byte[], byte[]> consumer,
            Lanes lanes,
            LaneOwner owner,
            Calls calls,
            Results results,
            Vitals vitals) {
        this.settings = settings;
        this.consumer = consumer;
        this.lanes = lanes;
        this.owner = owner;
        this.calls = calls;
        this.results = results;
        this.vitals = vitals;
    }

    void run(BooleanSupplier running) {
        vitals.follow(consumer.metrics());
        consumer.subscribe(lanes.topics(), this);
        while (running.getAsBoolean()) {
            round();
        }
    }

    private void round() {
        owner.read(poll());
        owner.startLoaded();
        calls.drainTo(ended);
        take();
        if (!results.isOpen() || isRipe()) {
            write();
        }
        // what cannot be written would be called again: better not to call at all
        if (results.isOpen()) {
            lanes.start(calls);
        }
        owner.pause(settings.readAhead());
        vitals.publish(lanes.status());
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        boolean busy = results.size() > 0 || lanes.isCalling();
        try {
            var records = consumer.poll(busy ? settings.gather().dividedBy(2) : IDLE);
            vitals.polled();
            return records;
        } catch (OffsetOutOfRangeException e) {
            log.error("A lane no longer has the offset to go on from; it is halted and waits for an operator", e);
            owner.halt(e.partitions(), "its position is no longer on the lane: " + e.offsetOutOfRangePartitions());
            return ConsumerRecords.empty();
        }
    }

    private void take() {
        if (results.size() == 0) {
            gatheringSince = System.nanoTime();
        }
        for (Ended one : ended) {
            one.call().lane().ended(one);
            results.add(one);
        }
        ended.clear();
    }

    private boolean isRipe() {
        long age = System.nanoTime() - gatheringSince;
        return results.size() >= FULL_BATCH
                || results.size() > 0 && (age >= settings.gather().toNanos() / 2 || !lanes.isCalling());
    }

    private void write() {
        if (System.nanoTime() - writeAgainAt < 0) {
            return;
        }
        try {
            if (!results.isOpen()) {
                results.open();
            }
            if (results.size() > 0) {
                results.write(consumer.groupMetadata());
                vitals.written();
            }
        } catch (RuntimeException e) {
            vitals.notWritten();
            writeAgainAt = System.nanoTime() + WRITE_AGAIN.toNanos();
            log.warn("Results are not written; no call starts until they are, in a new transaction", e);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        owner.own(partitions);
    }

    /** Waits for the calls under way, writes what they gave, and lets go. What took too long is called again by the next owner. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        owner.stop(partitions);
        awaitCalls(partitions);
        write();
        forget(partitions);
    }

    /** Somebody else may own them already: nothing more is written about them. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        log.atWarn()
                .addKeyValue("partitions", partitions.size())
                .log("Lanes lost; their calls are in doubt and made again");
        forget(partitions);
    }

    private void awaitCalls(Collection<TopicPartition> partitions) {
        long end = System.nanoTime() + settings.stopWithin().toNanos();
        try {
            for (long left = end - System.nanoTime(); left > 0 && owner.isCalling(partitions); ) {
                calls.next(Duration.ofNanos(left)).ifPresent(ended::add);
                take();
                left = end - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(Collection<TopicPartition> partitions) {
        owner.release(partitions);
        results.forgetReleased();
    }

    /** Gives up all lanes in order, as far as Kafka lets it. */
    void close() {
        try {
            consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(settings.stopWithin()));
        } finally {
            forget(owner.all());
            results.close();
        }
    }
}
