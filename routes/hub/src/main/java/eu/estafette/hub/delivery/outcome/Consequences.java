package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.lane.Tries;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.TriesAgain;
import eu.estafette.hub.delivery.outcome.Verdict.Waits;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from a result once it is written: the case's next notice has its turn, or the same one goes again. */
public final class Consequences {

    private static final Logger log = LoggerFactory.getLogger(Consequences.class);

    private final Clocks clocks;
    private final Duration betweenTries;
    private final DeliveryCount count;

    public Consequences(Clocks clocks, Duration betweenTries, DeliveryCount count) {
        this.clocks = clocks;
        this.betweenTries = betweenTries;
        this.count = count;
    }

    void follow(Ended ended, Verdict verdict, Tries before) {
        LanePartition partition = ended.call().partition();
        LaneRecord record = ended.call().record();
        String party = Topics.partyOfLane(partition.id().topic());
        switch (verdict) {
            case Done ignored -> {
                partition.next(record);
                count.delivered(party);
            }
            case Withdrawn ignored -> {
                partition.next(record);
                count.withdrawn(party);
            }
            case Waits ignored -> partition.again(record, before, clocks.after(Duration.ZERO));
            case TriesAgain ignored -> partition.again(record, before.oneMore(ended.at()), clocks.after(betweenTries));
            case Dies dies -> {
                // the seam for parking: here the case's later notices flow on
                partition.next(record);
                count.dead(party);
                log.atWarn()
                        .addKeyValue("party", party)
                        .addKeyValue("partition", partition.id().partition())
                        .addKeyValue("offset", record.offset())
                        .addKeyValue("reason", dies.failure().code())
                        .addKeyValue("attempts", dies.attempt())
                        .log("A notice is a dead letter; the case's later notices flow on");
            }
        }
    }
}
