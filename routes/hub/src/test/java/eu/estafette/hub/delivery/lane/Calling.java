package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.TestTime;
import eu.estafette.hub.delivery.circuit.BackOff;
import eu.estafette.hub.delivery.parking.Left;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A lane with one partition that runs, on time that stands still. */
public final class Calling {

    public static final String PARTY = "jobcoach-noord";
    private static final Terms TERMS = new Terms(8, Optional.empty(), Optional.empty(), true);

    public final TestTime time = new TestTime();
    public final Clocks clocks = time.clocks();
    public final Lane lane;
    public final LanePartition partition = new LanePartition(new TopicPartition(Topics.lane(PARTY), 0), clocks);
    private long offset;

    public Calling(int window) {
        lane = new Lane(
                PARTY,
                new Terms(window, Optional.empty(), Optional.empty(), true),
                new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(1), () -> 0, clocks),
                clocks);
        lane.add(partition);
        startAt(partition, 0, LedgerEntry.NOTHING);
    }

    /** As after an owner that did not stop in order, of which nothing is set aside. */
    public static void startAt(LanePartition partition, long position, LedgerEntry ledger) {
        partition.start(start(position, ledger, ""), new Left(), TERMS, 0);
    }

    /** @param by id of the transaction that wrote it */
    public static LaneStart start(long position, LedgerEntry ledger, String by) {
        return new LaneStart(position, ledger, Optional.empty(), new LastWrite(by, false));
    }

    /** The next notice of a case is read. */
    public void read(String caseId, int sequence) {
        byte[] value = new OwnEncoding().serialize("", Notices.notice(PARTY, caseId, sequence));
        partition.read(new LaneRecord(
                new ConsumerRecord<>(Topics.lane(PARTY), 0, offset++, caseId.getBytes(StandardCharsets.UTF_8), value)));
    }

    /** Starts all that may start. */
    public List<Call> start() {
        List<Call> calls = new ArrayList<>();
        for (Optional<Call> next = lane.start(lane.ready()); next.isPresent(); next = lane.start(lane.ready())) {
            calls.add(next.get());
        }
        return calls;
    }

    /** The call's end, with the notice it was about. */
    public Ended ended(Call call, int sequence, DeliveryResult result) {
        return ended(call, sequence, Optional.of(result));
    }

    /** Nobody was called, because the notice had been asked back. */
    public Ended caught(Call call, int sequence) {
        return ended(call, sequence, Optional.empty());
    }

    private Ended ended(Call call, int sequence, Optional<DeliveryResult> result) {
        var notice = Notices.notice(PARTY, call.record().caseId(), sequence);
        return new Ended(
                call,
                call.record() instanceof LaneRecord onLane ? Optional.of(onLane.source()) : Optional.empty(),
                Optional.of(new LaneNotice(notice, Notices.subject(call.record().caseId()))),
                result,
                clocks.now());
    }

    public static String caseOf(Call call) {
        return call.record().caseId();
    }
}
