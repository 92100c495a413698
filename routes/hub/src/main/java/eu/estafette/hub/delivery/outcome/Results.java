package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneStart;
import eu.estafette.hub.delivery.lane.LaneStarts;
import eu.estafette.hub.delivery.lane.LedgerEntry;
import eu.estafette.hub.delivery.lane.Tries;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Calls that have ended and are not yet written. Written together they become receipts, journal entries, dead letters, ends of recalls, ledger
 * entries and offsets in one transaction; only then does anything follow from them, so that of each case at most one call is ever in doubt.
 *
 * <p>Crash windows: before the call ends, and between its end and the commit, nothing is written, and the next owner calls again with the
 * same notice id. After the commit nobody calls again. Confined to the poll thread.
 */
public final class Results implements AutoCloseable {

    private record Judged(Ended ended, Verdict verdict, Tries before) {
        LanePartition partition() {
            return ended.call().partition();
        }

        long offset() {
            return ended.call().record().offset();
        }

        boolean isFinal() {
            return verdict instanceof Done || verdict instanceof Dies || verdict instanceof Withdrawn;
        }
    }

    private final ResultWriter writer;
    private final ResultRecords records;
    private final LaneStarts starts;
    private final Consequences consequences;
    private final int triesAllowed;
    private final List<Judged> gathered = new ArrayList<>();

    /** @param triesAllowed calls that a refused notice gets */
    public Results(
            ResultWriter writer,
            ResultRecords records,
            LaneStarts starts,
            Consequences consequences,
            int triesAllowed) {
        this.writer = writer;
        this.records = records;
        this.starts = starts;
        this.consequences = consequences;
        this.triesAllowed = triesAllowed;
    }

    /** Takes the result of a call; one for a partition that is no longer ours is late, and ignored. */
    public void add(Ended ended) {
        LanePartition partition = ended.call().partition();
        if (!partition.isReleased()) {
            Tries before = partition.triesOf(ended.call().record());
            gathered.add(new Judged(ended, Verdict.of(ended, before.count(), triesAllowed), before));
        }
    }

    /** Forgets what belongs to partitions that were released. */
    public void forgetReleased() {
        gathered.removeIf(judged -> judged.partition().isReleased());
    }

    public int size() {
        return gathered.size();
    }

    /** Whether what is gathered could be written now. While it is not, no call should start: its outcome could not be kept. */
    public boolean isOpen() {
        return writer.isOpen();
    }

    /**
     * Makes writing possible, again after a failure: ends the transaction left behind, and drops from what is gathered all that it turns
     * out to have written.
     *
     * @throws RuntimeException if Kafka does not answer; it can be tried again
     */
    public void open() {
        writer.open();
        try {
            dropWritten();
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /**
     * Writes what is gathered.
     *
     * @param owner the group's metadata as of now
     * @throws RuntimeException if that failed or its outcome is unknown; all is kept for after the next {@link #open}
     */
    public void write(ConsumerGroupMetadata owner) {
        try {
            List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
            gathered.forEach(judged -> batch.addAll(finished(judged)));
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (LanePartition partition : partitions()) {
                offsets.put(partition.id(), new OffsetAndMetadata(partition.mark()));
                LedgerEntry above = partition.ledger();
                if (!above.isNothing()) {
                    batch.add(ResultRecords.ledger(partition, above));
                }
            }
            writer.write(batch, offsets, owner);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        gathered.forEach(this::follow);
        gathered.clear();
    }

    private List<ProducerRecord<byte[], byte[]>> finished(Judged judged) {
        if (judged.isFinal()) {
            judged.partition().finish(judged.ended().call().record());
        }
        return records.of(judged.ended(), judged.verdict(), judged.before(), writer.partitions());
    }

    private Set<LanePartition> partitions() {
        return gathered.stream().map(Judged::partition).collect(Collectors.toSet());
    }

    private void follow(Judged judged) {
        consequences.follow(judged.ended(), judged.verdict(), judged.before());
    }

    private void dropWritten() {
        Set<TopicPartition> inDoubt = gathered.stream()
                .filter(Judged::isFinal)
                .map(judged -> judged.partition().id())
                .collect(Collectors.toSet());
        if (inDoubt.isEmpty()) {
            return;
        }
        Map<TopicPartition, LaneStart> written = starts.read(inDoubt);
        gathered.removeIf(judged -> {
            LaneStart known = written.get(judged.partition().id());
            boolean isWritten = judged.isFinal() && known != null && known.isFinished(judged.offset());
            if (isWritten) {
                follow(judged);
            }
            return isWritten;
        });
    }

    @Override
    public void close() {
        writer.close();
    }
}
