package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.LanePartition;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Something about a lane partition that is to be written, and what follows once it is. */
public interface Writ {

    LanePartition partition();

    /**
     * What to write with the partition's offset. Asked again where writing failed, and says the same then.
     *
     * @param partitions of {@code estafette.events} and {@code estafette.journal}, which have the same number
     */
    List<ProducerRecord<byte[], byte[]>> records(int partitions);

    /** It is written. */
    void written(Offsets offsets);

    /** Whether the owner lets go of the partition with it, in order and with nothing under way. */
    default boolean closes() {
        return false;
    }
}
