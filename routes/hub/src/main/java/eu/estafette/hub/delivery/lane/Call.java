package eu.estafette.hub.delivery.lane;

/**
 * A notice's turn under way. One that calls the partner holds a place in the lane's window until it has ended, whoever owns the partition by
 * then.
 *
 * @param probe whether it is the one call that an open circuit admits
 */
public record Call(Lane lane, LanePartition partition, Queued record, boolean probe, Purpose purpose) {

    public boolean isOfPartner() {
        return purpose == Purpose.DELIVER;
    }
}
