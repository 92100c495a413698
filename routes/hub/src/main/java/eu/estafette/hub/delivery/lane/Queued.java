package eu.estafette.hub.delivery.lane;

/** What waits for its turn: a notice on the lane, or one that was set aside from it and comes back. */
public sealed interface Queued permits LaneRecord, BroughtBack {

    String caseId();

    /** Its place on the lane, also where it was set aside: ascending in the order of the case. */
    long offset();
}
