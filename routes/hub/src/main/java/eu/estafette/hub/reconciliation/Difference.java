package eu.estafette.hub.reconciliation;

/**
 * Something that does not add up.
 *
 * @param kind  a stable code
 * @param party whose it is
 * @param id    of the notice, or the place of the event
 */
record Difference(Kind kind, String party, String id, String detail) {

    /** What does not add up. */
    enum Kind {
        /** An accepted event that the router has passed, and the journal does not know. */
        EVENT_LOST,
        /** The journal tells of an event that was never accepted. */
        EVENT_NOT_ACCEPTED,
        /** The Invalid Message Channel and the journal tell different things. */
        EVENT_STATE,
        /** A notice that is nowhere any more, and has no end. */
        NOTICE_LOST,
        /** A notice that was made, and the journal does not know. */
        NOTICE_NOT_JOURNALED,
        /** The journal tells of a notice that was never made. */
        NOTICE_NOT_MADE,
        /** Topics and journal tell different ends of a notice. */
        NOTICE_STATE,
        /** A notice whose delivery is journaled more than once. */
        NOTICE_TWICE
    }
}
