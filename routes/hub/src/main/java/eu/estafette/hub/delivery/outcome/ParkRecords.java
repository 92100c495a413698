package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.BroughtBack;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.Tries;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Discarded;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.Parks;
import eu.estafette.hub.delivery.outcome.Verdict.TriesAgain;
import eu.estafette.hub.delivery.outcome.Verdict.Waits;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import eu.estafette.hub.delivery.parking.CaseState;
import eu.estafette.hub.delivery.parking.Cause;
import eu.estafette.hub.delivery.parking.Parking;
import eu.estafette.hub.delivery.parking.SetAside;
import eu.estafette.hub.delivery.parking.Shelf;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What is written of notices that are set aside, or were and have come to their end: on the shelves, and in the park state of their case. */
final class ParkRecords {

    private final DeadLetter shelved;

    ParkRecords(String group) {
        this.shelved = new DeadLetter(group);
    }

    List<ProducerRecord<byte[], byte[]>> of(Ended ended, Verdict verdict, Tries before) {
        return switch (verdict) {
            case Dies dies -> dies(ended, dies, before);
            case Parks ignored -> List.of(shelved.parked(ended, behind(ended)));
            case Done ignored -> gone(ended);
            case Withdrawn ignored -> gone(ended);
            case Discarded ignored -> gone(ended);
            case Waits ignored -> List.of();
            case TriesAgain ignored -> List.of();
        };
    }

    /** The notice that the case waits behind. */
    static Optional<String> behind(Ended ended) {
        return ended.call()
                .partition()
                .parking()
                .first(ended.call().record().caseId())
                .map(SetAside::noticeId);
    }

    private List<ProducerRecord<byte[], byte[]>> dies(Ended ended, Dies dies, Tries before) {
        LanePartition partition = ended.call().partition();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(shelved.dead(ended, dies, before.first()));
        if (ended.call().record() instanceof BroughtBack back && back.aside().shelf() == Shelf.PARKED) {
            records.add(resolved(partition, back.aside()));
        }
        if (partition.parking().parks()) {
            var state = new CaseState(ended.noticeId(), Cause.NONE);
            records.add(state(partition, ended.call().record().caseId(), state.toBytes()));
        }
        return records;
    }

    private static List<ProducerRecord<byte[], byte[]>> gone(Ended ended) {
        if (!(ended.call().record() instanceof BroughtBack back)) {
            return List.of();
        }
        LanePartition partition = ended.call().partition();
        Parking parking = partition.parking();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        records.add(resolved(partition, back.aside()));
        if (parking.endsWith(back.aside())) {
            records.add(state(partition, back.caseId(), null));
        } else if (parking.isParked(back.caseId()) && back.aside().shelf() == Shelf.DEAD) {
            var state = new CaseState(back.aside().noticeId(), back.cause());
            records.add(state(partition, back.caseId(), state.toBytes()));
        }
        return records;
    }

    private static ProducerRecord<byte[], byte[]> resolved(LanePartition partition, SetAside one) {
        return record(partition, one.shelf().topic(partyOf(partition)), one.noticeId(), null);
    }

    private static ProducerRecord<byte[], byte[]> state(
            LanePartition partition, String caseId, byte @Nullable [] value) {
        return record(partition, Topics.parkState(partyOf(partition)), caseId, value);
    }

    @SuppressWarnings("NullAway") // a record without value is a tombstone
    private static ProducerRecord<byte[], byte[]> record(
            LanePartition partition, String topic, String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, partition.id().partition(), key.getBytes(StandardCharsets.UTF_8), value);
    }

    private static String partyOf(LanePartition partition) {
        return Topics.partyOfLane(partition.id().topic());
    }
}
