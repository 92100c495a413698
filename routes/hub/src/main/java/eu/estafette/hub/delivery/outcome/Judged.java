package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.Tries;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A call that has ended, and what follows from it for its notice. */
record Judged(Ended ended, Verdict verdict, Tries before, ResultRecords results, Consequences consequences)
        implements Writ {

    @Override
    public LanePartition partition() {
        return ended.call().partition();
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> records(int partitions) {
        if (verdict.isFinal()) {
            partition().unfinished().finish(ended.call().record(), verdict.setsAside());
        }
        return results.of(ended, verdict, before, partitions);
    }

    @Override
    public void written(Offsets offsets) {
        consequences.follow(ended, verdict, before, offsets);
    }
}
