package eu.estafette.hub.delivery.outcome;

/** Counts what is written, per party. */
public interface DeliveryCount {

    void delivered(String party);

    void dead(String party);

    /** Asked back in time. */
    void withdrawn(String party);
}
