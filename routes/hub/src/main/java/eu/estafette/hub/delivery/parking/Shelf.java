package eu.estafette.hub.delivery.parking;

import eu.estafette.schemas.Topics;

/** Where notices lie that were set aside from their lane; keyed by notice, in the lane's partition. */
public enum Shelf {
    /** Refused for good, or not readable. */
    DEAD,
    /** Waits behind a dead one of its case. */
    PARKED;

    public String topic(String party) {
        return switch (this) {
            case DEAD -> Topics.dead(party);
            case PARKED -> Topics.parked(party);
        };
    }
}
