package eu.estafette.hub.delivery.lane;

/**
 * A call under way: it holds one place in the lane's window until it has ended, whoever owns the partition by then.
 *
 * @param probe whether it is the one call that an open circuit admits
 */
public record Call(Lane lane, LanePartition partition, LaneRecord record, boolean probe) {}
