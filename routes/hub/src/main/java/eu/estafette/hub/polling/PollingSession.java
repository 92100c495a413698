package eu.estafette.hub.polling;

import eu.estafette.hub.group.GroupFlow;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * One membership of the polling group: starts the pollers of the partitions that come and ends those of the partitions that go. A poller
 * whose process stood still may go on for a while beside its successor; what it commits then is refused.
 */
final class PollingSession implements GroupFlow.Session, ConsumerRebalanceListener {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> member;
    private final PollerStarter starter;
    private final Map<TopicPartition, List<Started>> running = new HashMap<>();

    /** @param member of the group, closed with this */
    PollingSession(Consumer<byte[], byte[]> member, PollerStarter starter) {
        this.member = member;
        this.starter = starter;
    }

    /** A poller under way. */
    record Started(Tenancy tenancy, Thread thread) {

        void end() {
            tenancy.end();
            thread.interrupt();
        }

        void join() throws InterruptedException {
            thread.join();
        }
    }

    @Override
    public void run(BooleanSupplier goOn) {
        member.subscribe(List.of(Topics.POLLERS), this);
        while (goOn.getAsBoolean()) {
            member.poll(POLL);
            ConsumerGroupMetadata now = member.groupMetadata();
            running.values()
                    .forEach(started -> started.forEach(one -> one.tenancy().renew(now)));
        }
    }

    /** The position is asked first, which waits for the end of a transaction that the owner before has under way. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        member.committed(new HashSet<>(partitions));
        for (TopicPartition partition : partitions) {
            running.put(partition, starter.start(partition.partition(), member.groupMetadata()));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        end(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        end(partitions);
    }

    /** Waits for them: what they are committing just now is still committed as their own, and nothing after it. */
    private void end(Collection<TopicPartition> partitions) {
        List<Started> ended = new ArrayList<>();
        partitions.forEach(partition -> ended.addAll(Objects.requireNonNullElse(running.remove(partition), List.of())));
        ended.forEach(Started::end);
        try {
            for (Started one : ended) {
                one.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end(List.copyOf(running.keySet()));
        member.close();
    }
}
