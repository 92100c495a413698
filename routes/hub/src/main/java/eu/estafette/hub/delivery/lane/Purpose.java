package eu.estafette.hub.delivery.lane;

/** What a notice's turn is for. Only {@link #DELIVER} calls the partner. */
public enum Purpose {
    DELIVER,
    /** To be set aside, behind a dead one of its case. */
    PARK,
    /** It was set aside and then asked back. */
    CATCH,
    /** A dead one is given up by an operator. */
    DISCARD
}
