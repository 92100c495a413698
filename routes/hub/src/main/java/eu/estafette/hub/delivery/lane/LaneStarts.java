package eu.estafette.hub.delivery.lane;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where to begin with lane partitions, as Kafka knows it: nothing of a former owner can still change it once it is read. */
public interface LaneStarts {

    /**
     * Blocks until committed offsets and ledgers are read to their end.
     *
     * @return one for each partition asked for
     * @throws RuntimeException if Kafka does not answer in time; it can be tried again
     */
    Map<TopicPartition, LaneStart> read(Collection<TopicPartition> partitions);
}
