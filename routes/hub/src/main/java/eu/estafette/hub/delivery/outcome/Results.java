package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.BroughtBack;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneStart;
import eu.estafette.hub.delivery.lane.LaneStarts;
import eu.estafette.hub.delivery.lane.LastWrite;
import eu.estafette.hub.delivery.lane.LedgerEntry;
import eu.estafette.hub.delivery.lane.Queued;
import eu.estafette.hub.delivery.lane.Tries;
import eu.estafette.hub.delivery.parking.Shelf;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Calls that have ended, and what else is not yet written. Written together they become receipts, journal entries, dead and parked notices, ends of
 * recalls, park states, ledger entries and offsets in one transaction; only then does anything follow from them, so that of each case at most one
 * call is ever in doubt.
 *
 * <p>Crash windows: before the call ends, and between its end and the commit, nothing is written, and the next owner calls again with the
 * same notice id. After the commit nobody calls again. Confined to the poll thread.
 */
public final class Results implements AutoCloseable {

    private final ResultWriter writer;
    private final ResultRecords records;
    private final LaneStarts starts;
    private final Consequences consequences;
    private final int triesAllowed;
    private final List<Writ> gathered = new ArrayList<>();

    /** In the transaction of this id, of which it is not known whether it was committed. */
    private final List<Writ> attempted = new ArrayList<>();

    private String attempt = "";

    /** @param triesAllowed calls that a refused notice gets; of a dead one that is sent again one */
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
        Queued record = ended.call().record();
        if (ended.result().filter(Results::leavesDoubt).isPresent()) {
            partition.unfinished().doubt(record);
        }
        Tries before = partition.unfinished().triesOf(record);
        boolean wasDead = record instanceof BroughtBack back && back.aside().shelf() == Shelf.DEAD;
        Verdict verdict = Verdict.of(ended, before.count(), wasDead ? 1 : triesAllowed);
        add(new Judged(ended, verdict, before, records, consequences));
    }

    private static boolean leavesDoubt(Object result) {
        return result instanceof PartnerTrouble trouble && trouble.inDoubt();
    }

    /** Takes what else is to be written; the same holds of its partition. */
    public void add(Writ writ) {
        if (!writ.partition().isReleased()) {
            gathered.add(writ);
        }
    }

    /** Forgets what belongs to partitions that were released. */
    public void forgetReleased() {
        gathered.removeIf(writ -> writ.partition().isReleased());
        attempted.removeIf(writ -> writ.partition().isReleased());
    }

    public int size() {
        return gathered.size() + attempted.size();
    }

    /** Whether what is gathered could be written now. While it is not, no call should start: its outcome could not be kept. */
    public boolean isOpen() {
        return writer.isOpen();
    }

    /**
     * Makes writing possible, again after a failure: ends the transaction left behind, and takes what it turns out to have written as written.
     *
     * @throws RuntimeException if Kafka does not answer; it can be tried again
     */
    public void open() {
        writer.open();
        try {
            if (!attempted.isEmpty() && wasWritten()) {
                follow(Offsets.UNKNOWN);
            }
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** A transaction is committed as a whole, and each partition's offset names the one that wrote it last. */
    private boolean wasWritten() {
        TopicPartition any = attempted.getFirst().partition().id();
        LaneStart known = starts.read(List.of(any)).get(any);
        return known != null && known.lastWrite().id().equals(attempt);
    }

    /**
     * Writes what is gathered.
     *
     * @param owner the group's metadata as of now
     * @throws RuntimeException if that failed or its outcome is unknown; all is kept for after the next {@link #open}
     */
    public void write(ConsumerGroupMetadata owner) {
        attempted.addAll(gathered);
        gathered.clear();
        attempt = UUID.randomUUID().toString();
        Offsets written;
        try {
            List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
            attempted.forEach(writ -> batch.addAll(writ.records(writer.partitions())));
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (LanePartition partition : partitions()) {
                offsets.put(partition.id(), offset(partition));
                LedgerEntry above = partition.unfinished().ledger();
                if (!above.isNothing()) {
                    batch.add(ResultRecords.ledger(partition, above));
                }
            }
            written = writer.write(batch, offsets, owner);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        follow(written);
    }

    private OffsetAndMetadata offset(LanePartition partition) {
        boolean closes = attempted.stream().anyMatch(writ -> writ.closes() && writ.partition() == partition);
        return new OffsetAndMetadata(partition.unfinished().mark(), new LastWrite(attempt, closes).metadata());
    }

    private Set<LanePartition> partitions() {
        return attempted.stream().map(Writ::partition).collect(Collectors.toSet());
    }

    private void follow(Offsets offsets) {
        List<Writ> written = List.copyOf(attempted);
        attempted.clear();
        written.forEach(writ -> writ.written(offsets));
    }

    @Override
    public void close() {
        writer.close();
    }
}
