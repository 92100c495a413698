package eu.estafette.hub.delivery.lane;

import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the lane partitions owned here, such as their recalls: each read from the beginning when its lane comes, by a consumer
 * that is made when it is first needed. Confined to the poll thread.
 */
public final class CompanionTopic implements AutoCloseable {

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Function<String, String> topicOfParty;
    private Map<TopicPartition, LanePartition> followed = Map.of();
    private @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * Follows nothing at first.
     *
     * @param consumers without group, that read what is committed
     */
    public CompanionTopic(Supplier<Consumer<byte[], byte[]>> consumers, Function<String, String> topicOfParty) {
        this.consumers = consumers;
        this.topicOfParty = topicOfParty;
    }

    /** These lane partitions are owned here from now on, and no others. */
    public void follow(Collection<LanePartition> lanes) {
        Map<TopicPartition, LanePartition> before = followed;
        followed = lanes.stream().collect(Collectors.toMap(this::of, Function.identity()));
        if (consumer != null) {
            Set<TopicPartition> added = new HashSet<>(followed.keySet());
            added.removeIf(partition -> followed.get(partition) == before.get(partition));
            assign(consumer, added);
        }
    }

    public boolean isEmpty() {
        return followed.isEmpty();
    }

    /** Whether there is a consumer now. */
    public boolean isOpen() {
        return consumer != null;
    }

    /** The partition that goes with a lane's. */
    public TopicPartition of(LanePartition lane) {
        String party = Topics.partyOfLane(lane.id().topic());
        return new TopicPartition(topicOfParty.apply(party), lane.id().partition());
    }

    /** The lane partition that a partition of this goes with, if it is owned here. */
    public @Nullable LanePartition lane(TopicPartition partition) {
        return followed.get(partition);
    }

    /** Stands where it stopped, and with a new one at the beginning of all that is followed. */
    public Consumer<byte[], byte[]> consumer() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open = consumers.get();
            consumer = open;
            assign(open, followed.keySet());
        }
        return open;
    }

    private void assign(Consumer<byte[], byte[]> open, Set<TopicPartition> fromBeginning) {
        open.assign(followed.keySet());
        // of no partitions would mean of all
        if (!fromBeginning.isEmpty()) {
            open.seekToBeginning(fromBeginning);
        }
    }

    /** What is read next is read from the beginning. */
    @Override
    public void close() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
