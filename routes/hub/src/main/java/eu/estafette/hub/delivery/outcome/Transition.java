package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.LanePartition;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * That a partition is opened before its first call, or closed after its last: its offset alone is written, and beside it which of both. An owner
 * that finds a partition open knows that calls may have been under way when the one before ended.
 */
public record Transition(LanePartition partition, boolean closes) implements Writ {

    @Override
    public List<ProducerRecord<byte[], byte[]>> records(int partitions) {
        return List.of();
    }

    @Override
    public void written(Offsets offsets) {
        if (!closes) {
            partition.tenure().opened();
        }
    }
}
