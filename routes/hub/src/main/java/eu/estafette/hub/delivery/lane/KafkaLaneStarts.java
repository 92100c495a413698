package eu.estafette.hub.delivery.lane;

import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Reads committed offsets first and ledgers after them. The offsets are stable: no transaction holds one back. What a former owner tries
 * to commit later has offsets of a generation that is over, and is refused. So the ledgers, read to their high watermark, hold all there
 * will ever be; the last stable offset would miss a transaction that is committed and whose marker is still on its way.
 */
public final class KafkaLaneStarts implements LaneStarts {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long AGAIN_MILLIS = 50;

    private final Admin admin;
    private final LedgerReader ledgers;
    private final String group;

    public KafkaLaneStarts(Admin admin, LedgerReader ledgers, String group) {
        this.admin = admin;
        this.ledgers = ledgers;
        this.group = group;
    }

    @Override
    public Map<TopicPartition, LaneStart> read(Collection<TopicPartition> partitions) {
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = committed(partitions);
        List<TopicPartition> ledgersOf =
                partitions.stream().map(KafkaLaneStarts::ledgerOf).toList();
        Map<TopicPartition, LedgerEntry> finished = ledgers.read(ranges(ledgersOf), PATIENCE);
        return ranges(partitions).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        lane -> start(
                                Optional.ofNullable(committed.get(lane.getKey())),
                                finished.getOrDefault(ledgerOf(lane.getKey()), LedgerEntry.NOTHING),
                                lane.getValue())));
    }

    /** A lane without a committed offset starts at its beginning: only what is finished is ever deleted, so that skips nothing. */
    private static LaneStart start(Optional<OffsetAndMetadata> committed, LedgerEntry finished, OffsetRange lane) {
        long position = committed.map(OffsetAndMetadata::offset).orElse(lane.begin());
        Optional<String> lost = lane.holds(position)
                ? Optional.empty()
                : Optional.of("committed offset " + position + " lies outside of the lane, which holds " + lane.begin()
                        + " to " + lane.end() + "; nothing is delivered until the group's offset is set right");
        LastWrite last =
                committed.map(OffsetAndMetadata::metadata).map(LastWrite::of).orElse(LastWrite.NEVER);
        return new LaneStart(position, finished, lost, last);
    }

    private Map<TopicPartition, @Nullable OffsetAndMetadata> committed(Collection<TopicPartition> partitions) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var wanted = Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions));
        var stable = new ListConsumerGroupOffsetsOptions().requireStable(true);
        while (System.nanoTime() < end) {
            Map<TopicPartition, @Nullable OffsetAndMetadata> found =
                    await(admin.listConsumerGroupOffsets(wanted, stable).partitionsToOffsetAndMetadata(group));
            // one that is not yet stable is left out; one that was never committed is there, without a value
            if (found.keySet().containsAll(partitions)) {
                return found;
            }
            pause();
        }
        throw new KafkaException(
                "The offsets of " + partitions + " are not stable after " + PATIENCE.toSeconds() + " s");
    }

    private Map<TopicPartition, OffsetRange> ranges(Collection<TopicPartition> partitions) {
        var begin = admin.listOffsets(wanting(partitions, OffsetSpec.earliest()));
        var end = admin.listOffsets(wanting(partitions, OffsetSpec.latest()));
        return partitions.stream()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> new OffsetRange(
                                await(begin.partitionResult(one)).offset(),
                                await(end.partitionResult(one)).offset())));
    }

    private static Map<TopicPartition, OffsetSpec> wanting(Collection<TopicPartition> partitions, OffsetSpec spec) {
        return partitions.stream().collect(Collectors.toMap(one -> one, one -> spec));
    }

    private static TopicPartition ledgerOf(TopicPartition lane) {
        return new TopicPartition(Topics.ledger(Topics.partyOfLane(lane.topic())), lane.partition());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not tell where a lane begins", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
