package eu.estafette.hub.delivery.command;

import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.Offsets;
import eu.estafette.hub.delivery.outcome.Writ;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A step of a command that no call brings about.
 *
 * @param then what follows once it is written
 */
record OrderWrit(LanePartition partition, IntFunction<List<ProducerRecord<byte[], byte[]>>> made, Runnable then)
        implements Writ {

    @Override
    public List<ProducerRecord<byte[], byte[]>> records(int partitions) {
        return made.apply(partitions);
    }

    @Override
    public void written(Offsets offsets) {
        then.run();
    }
}
