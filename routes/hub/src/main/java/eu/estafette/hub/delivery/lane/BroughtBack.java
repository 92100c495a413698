package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.parking.Cause;
import eu.estafette.hub.delivery.parking.SetAside;

/** A notice that was set aside from the lane and has its turn again. */
public record BroughtBack(SetAside aside, Cause cause) implements Queued {

    @Override
    public String caseId() {
        return aside.caseId();
    }

    @Override
    public long offset() {
        return aside.offset();
    }
}
