package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.BroughtBack;
import eu.estafette.hub.delivery.lane.Call;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.lane.Queued;
import eu.estafette.hub.delivery.lane.Tries;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Discarded;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.Parks;
import eu.estafette.hub.delivery.outcome.Verdict.TriesAgain;
import eu.estafette.hub.delivery.outcome.Verdict.Waits;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import eu.estafette.hub.delivery.parking.Cause;
import eu.estafette.hub.delivery.parking.SetAside;
import eu.estafette.hub.delivery.parking.Shelf;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows from a result once it is written: the case's next notice has its turn, or the same one goes again. */
public final class Consequences {

    private static final Logger log = LoggerFactory.getLogger(Consequences.class);

    /** Of a notice that alone meets trouble. */
    private static final Duration LONGEST_ALONE = Duration.ofMinutes(5);

    private static final int MOST_DOUBLINGS = 20;

    private final Clocks clocks;
    private final Duration betweenTries;
    private final DeliveryCount count;

    public Consequences(Clocks clocks, Duration betweenTries, DeliveryCount count) {
        this.clocks = clocks;
        this.betweenTries = betweenTries;
        this.count = count;
    }

    void follow(Ended ended, Verdict verdict, Tries before, Offsets offsets) {
        Call call = ended.call();
        LanePartition partition = call.partition();
        if (call.isOfPartner() && call.record() instanceof BroughtBack back) {
            partition.returns().told(back);
        }
        String party = Topics.partyOfLane(partition.id().topic());
        switch (verdict) {
            case Done ignored -> {
                gone(call);
                count.delivered(party);
            }
            case Withdrawn ignored -> {
                gone(call);
                count.withdrawn(party);
            }
            case Discarded ignored -> gone(call);
            case Parks ignored -> partition.next(call, Optional.of(left(Shelf.PARKED, ended, party, offsets)));
            case Waits ignored -> {
                Tries troubled = before.troubled(!call.probe());
                partition.again(call, troubled, clocks.after(waits(ended, troubled.troubles())));
            }
            case TriesAgain ignored -> partition.again(call, before.oneMore(ended.at()), clocks.after(betweenTries));
            case Dies dies -> {
                partition.next(call, Optional.of(left(Shelf.DEAD, ended, party, offsets)));
                partition.parking().follows(call.record().caseId(), Cause.NONE);
                count.dead(party);
                log.atWarn()
                        .addKeyValue("party", party)
                        .addKeyValue("partition", partition.id().partition())
                        .addKeyValue("offset", call.record().offset())
                        .addKeyValue("reason", dies.failure().code())
                        .addKeyValue("attempts", dies.attempt())
                        .addKeyValue(
                                "parked",
                                partition.parking().isParked(call.record().caseId()))
                        .log("A notice is a dead letter");
            }
        }
    }

    /** What waits behind a dead notice that is resolved follows for the same reason. */
    private static void gone(Call call) {
        call.partition().next(call, Optional.empty());
        if (call.record() instanceof BroughtBack back && back.aside().shelf() == Shelf.DEAD) {
            call.partition().parking().follows(back.caseId(), back.cause());
        }
    }

    private static SetAside left(Shelf shelf, Ended ended, String party, Offsets offsets) {
        String noticeId = ended.noticeId();
        Queued record = ended.call().record();
        return new SetAside(shelf, noticeId, record.caseId(), record.offset(), offsets.of(shelf, party, noticeId));
    }

    /**
     * The circuit tells when to call again; where nobody was called, only time can. A notice that meets trouble again and again while others get
     * through waits longer each time, so that it does not open the circuit for all of them at each of its turns.
     */
    private Duration waits(Ended ended, int troubles) {
        boolean circuit = ended.isOfPartner() || ended.call().record() instanceof LaneRecord;
        if (!circuit || !ended.call().isOfPartner()) {
            return betweenTries;
        }
        if (troubles <= 1) {
            return Duration.ZERO;
        }
        Duration doubled = betweenTries.multipliedBy(1L << Math.min(troubles - 2, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_ALONE) <= 0 ? doubled : LONGEST_ALONE;
    }
}
