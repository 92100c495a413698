package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.BroughtBack;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.parking.PauseState;
import eu.estafette.hub.delivery.parking.Progress;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** How far commands are carried out, in the park state: written in the transaction of what they bring about. */
public final class OrderRecords {

    private OrderRecords() {}

    /** What a notice that came back by a command changes of that command. */
    static List<ProducerRecord<byte[], byte[]>> of(Ended ended, Verdict verdict) {
        if (!(ended.call().record() instanceof BroughtBack back)
                || back.cause().command().isEmpty()) {
            return List.of();
        }
        LanePartition partition = ended.call().partition();
        String command = back.cause().command().get();
        Optional<Progress> underWay = partition.orders().find(command).filter(Progress::isUnderWay);
        if (underWay.isEmpty()) {
            return List.of();
        }
        if (verdict instanceof Done done && !done.recalled()) {
            underWay.get().delivered();
        } else if (verdict instanceof Dies) {
            underWay.get().failed();
        } else {
            return List.of();
        }
        return List.of(progress(partition, command, underWay.get()));
    }

    public static ProducerRecord<byte[], byte[]> progress(LanePartition partition, String command, Progress progress) {
        return state(partition, Progress.key(command), progress.toBytes());
    }

    /** A tombstone: the command itself is no longer kept. */
    public static ProducerRecord<byte[], byte[]> forgotten(LanePartition partition, String command) {
        return state(partition, Progress.key(command), null);
    }

    public static ProducerRecord<byte[], byte[]> pause(LanePartition partition, PauseState state) {
        return state(partition, PauseState.KEY, state.toBytes());
    }

    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    private static ProducerRecord<byte[], byte[]> state(LanePartition partition, String key, byte @Nullable [] value) {
        String topic = Topics.parkState(Topics.partyOfLane(partition.id().topic()));
        return new ProducerRecord<>(topic, partition.id().partition(), key.getBytes(StandardCharsets.UTF_8), value);
    }
}
