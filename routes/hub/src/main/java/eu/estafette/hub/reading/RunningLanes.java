package eu.estafette.hub.reading;

import eu.estafette.console.operations.LaneStates;
import eu.estafette.hub.delivery.DeliveryWorker;
import eu.estafette.hub.delivery.lane.LaneStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** The lanes that this process delivers; none where it does not run the delivery. */
final class RunningLanes implements LaneStates {

    private final ObjectProvider<DeliveryWorker> delivery;

    RunningLanes(ObjectProvider<DeliveryWorker> delivery) {
        this.delivery = delivery;
    }

    @Override
    public Map<String, LaneState> lanes() {
        Map<String, LaneState> states = new LinkedHashMap<>();
        delivery.ifAvailable(worker -> worker.lanes().forEach((party, lane) -> states.put(party, state(lane))));
        return states;
    }

    private static LaneState state(LaneStatus lane) {
        return new LaneState(
                lane.inFlight(),
                lane.window(),
                lane.halted() ? Circuit.HALTED : circuit(lane),
                Optional.empty(),
                lane.retryAt(),
                lane.trouble(),
                lane.paused(),
                lane.quietUntil());
    }

    private static Circuit circuit(LaneStatus lane) {
        return switch (lane.circuit()) {
            case CLOSED -> Circuit.CLOSED;
            case OPEN -> Circuit.OPEN;
            case HALF_OPEN -> Circuit.PROBING;
            case DISABLED -> Circuit.DISABLED;
        };
    }
}
