package eu.estafette.connector.suwinet;

/**
 * What is remembered of an employment.
 *
 * @param employment as it was last told, or last seen
 * @param missing    the last answer did not have it any more
 * @param version    of the last event about it
 */
record Told(Employment employment, State state, boolean missing, int version) {

    /** How far it was told. */
    enum State {
        /** Its start was told. */
        RUNNING,
        /** Its start and its end were told. */
        ENDED,
        /** Over before the subscription began: nobody was told. */
        SILENT,
        /** What would have been told was not fit to be: it is tried again when the answer says something else. */
        REFUSED
    }

    /** Whether the case knows of it. */
    boolean wasTold() {
        return state == State.RUNNING || state == State.ENDED;
    }

    Told gone() {
        return new Told(employment, state, true, version);
    }
}
