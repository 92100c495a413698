package eu.estafette.hub.reconciliation;

/** Where a notice is, of the second equation of P1. */
enum NoticeState {
    DELIVERED,
    /** Includes in flight, parked, and held for consent. */
    WAITING,
    /** Includes discarded. */
    DEAD,
    WITHDRAWN,
    EXPIRED
}
