package eu.estafette.hub.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Where partitions end at this moment, whether or not what stands before it is committed. The last stable offset would not do: a
 * transaction can be committed and the marker that tells so still be on its way.
 */
record KafkaEnds(Admin admin) implements Function<Collection<TopicPartition>, Map<TopicPartition, Long>> {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * Leaves out the partitions of which Kafka does not tell it within a second.
     *
     * @throws KafkaException if it tells nothing at all
     */
    @Override
    public Map<TopicPartition, Long> apply(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), any -> OffsetSpec.latest()));
        ListOffsetsResult answer =
                admin.listOffsets(asked, new ListOffsetsOptions().timeoutMs((int) PATIENCE.toMillis()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        KafkaException unknown = new KafkaException("Kafka does not tell where " + partitions + " end");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (TopicPartition partition : partitions) {
            try {
                long left = Math.max(0, deadline - System.nanoTime());
                ends.put(
                        partition,
                        answer.partitionResult(partition)
                                .get(left, TimeUnit.NANOSECONDS)
                                .offset());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException | TimeoutException e) {
                unknown.addSuppressed(e);
            }
        }
        if (ends.isEmpty()) {
            throw unknown;
        }
        return ends;
    }
}
