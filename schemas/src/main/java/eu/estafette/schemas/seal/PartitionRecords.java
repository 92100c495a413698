package eu.estafette.schemas.seal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What is kept of a partition, in order, up to where it ended when this began. */
final class PartitionRecords implements Iterator<ConsumerRecord<byte[], byte[]>>, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> reader;
    private final TopicPartition partition;
    private final Queue<ConsumerRecord<byte[], byte[]>> read = new ArrayDeque<>();
    private final long begin;
    private final long end;

    /** @param reader of committed records, closed with this */
    PartitionRecords(Consumer<byte[], byte[]> reader, TopicPartition partition) {
        this.reader = reader;
        this.partition = partition;
        List<TopicPartition> all = List.of(partition);
        reader.assign(all);
        begin = Objects.requireNonNull(reader.beginningOffsets(all).get(partition));
        end = Objects.requireNonNull(reader.endOffsets(all).get(partition));
        reader.seek(partition, begin);
    }

    /** First offset that is kept. */
    long begin() {
        return begin;
    }

    /** Whether a record follows whose offset is at most this. */
    boolean hasNextUpTo(long offset) {
        return hasNext() && peek().offset() <= offset;
    }

    @Override
    public boolean hasNext() {
        while (read.isEmpty() && reader.position(partition) < end) {
            reader.poll(POLL).forEach(read::add);
        }
        return !read.isEmpty() && peek().offset() < end;
    }

    @Override
    public ConsumerRecord<byte[], byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException(partition + " is read to its end");
        }
        return read.remove();
    }

    private ConsumerRecord<byte[], byte[]> peek() {
        return Objects.requireNonNull(read.peek());
    }

    @Override
    public void close() {
        reader.close();
    }
}
