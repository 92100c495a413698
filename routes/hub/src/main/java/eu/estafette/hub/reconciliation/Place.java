package eu.estafette.hub.reconciliation;

/** Where an event was accepted: its partition and offset on {@code estafette.events}. */
record Place(int partition, long offset) {

    /** As the key on {@code estafette.invalid} and the header of a forwarded event have it. */
    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
