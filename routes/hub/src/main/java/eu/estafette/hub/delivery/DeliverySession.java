package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.call.Calls;
import eu.estafette.hub.delivery.command.Commands;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The poll thread, for the life of one consumer: reads notices, starts calls, takes their results, has them written. Never waits for a
 * partner; only giving up a lane waits for its calls, within bounds.
 */
final class DeliverySession implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(DeliverySession.class);
    private static final Duration IDLE = Duration.ofMillis(100);

    private final DeliverySettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final Lanes lanes;
    private final LaneOwner owner;
    private final RecallReader recalls;
    private final Commands commands;
    private final Calls calls;
    private final Writing writing;
    private final Vitals vitals;
    private final List<Ended> ended = new ArrayList<>();

    DeliverySession(
            DeliverySettings settings,
            Consumer<byte[], byte[]> consumer,
            Lanes lanes,
            LaneOwner owner,
            RecallReader recalls,
            Commands commands,
            Calls calls,
            Writing writing,
            Vitals vitals) {
        this.settings = settings;
        this.consumer = consumer;
        this.lanes = lanes;
        this.owner = owner;
        this.recalls = recalls;
        this.commands = commands;
        this.calls = calls;
        this.writing = writing;
        this.vitals = vitals;
    }

    void run(BooleanSupplier running) {
        vitals.follow(consumer.metrics());
        consumer.subscribe(lanes.topics(), this);
        Membership membership = Membership.of(consumer.metrics());
        while (running.getAsBoolean()) {
            round(membership);
        }
    }

    private void round(Membership membership) {
        membership.look();
        boolean busy = writing.isWaiting() || lanes.isCalling() || recalls.isBehind();
        if (busy) {
            // whichever call ends next frees its place in a window, so that is what to wait for
            awaitCall(settings.gather().dividedBy(2));
        }
        owner.read(poll(busy ? Duration.ZERO : IDLE));
        open(owner.startLoaded());
        takeEnded();
        recalls.look();
        commands.carryOut();
        writing.writeIfDue(lanes.isCalling());
        // what cannot be written would be called again: better not to call at all
        if (membership.isSure() && writing.isPossible()) {
            lanes.start(calls, recalls.readToEnd(lanes.ready()));
        }
        owner.pause(settings.readAhead());
        vitals.publish(lanes::status);
    }

    private void open(List<LanePartition> started) {
        List<LanePartition> running =
                started.stream().filter(LanePartition::isRunning).toList();
        running.stream()
                .filter(partition -> !partition.tenure().isOpened())
                .forEach(partition -> writing.add(new Transition(partition, false)));
        if (!running.isEmpty()) {
            commands.own(running);
        }
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration atMost) {
        try {
            var records = consumer.poll(atMost);
            vitals.polled();
            return records;
        } catch (OffsetOutOfRangeException e) {
            log.error("A lane no longer has the offset to go on from; it is halted and waits for an operator", e);
            owner.halt(e.partitions(), "its position is no longer on the lane: " + e.offsetOutOfRangePartitions());
            return ConsumerRecords.empty();
        }
    }

    private void awaitCall(Duration atMost) {
        try {
            calls.next(atMost).ifPresent(ended::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeEnded() {
        calls.drainTo(ended);
        for (Ended one : ended) {
            one.call().lane().ended(one);
            writing.add(one);
        }
        ended.clear();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        owner.own(partitions);
    }

    /** Waits for the calls under way, writes what they gave, and lets go. What took too long is called again by the next owner. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        owner.stop(partitions);
        long end = System.nanoTime() + settings.stopWithin().toNanos();
        while (owner.isCalling(partitions) && System.nanoTime() < end) {
            awaitCall(Duration.ofNanos(end - System.nanoTime()));
            takeEnded();
        }
        owner.toClose(partitions).forEach(partition -> writing.add(new Transition(partition, true)));
        writing.writeNow();
        forget(partitions);
    }

    /** Somebody else may own them already: nothing more is written about them. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        log.atWarn()
                .addKeyValue("partitions", partitions.size())
                .log("Lanes lost; calls under way are in doubt and made again");
        forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
        owner.release(partitions);
        writing.forgetReleased();
        commands.forgetReleased();
    }

    /** Gives up all lanes in order, as far as Kafka lets it. */
    void close() {
        try {
            consumer.close(CloseOptions.timeout(settings.stopWithin()));
        } finally {
            forget(owner.all());
            writing.close();
            recalls.close();
            commands.close();
        }
    }
}
