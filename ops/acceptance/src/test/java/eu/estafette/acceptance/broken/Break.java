package eu.estafette.acceptance.broken;

/** A spot that can be broken. */
public enum Break {
    /** Senders are told 202 before the event is in Kafka. */
    ACKNOWLEDGE_BEFORE_KAFKA("acknowledge before the Kafka ack"),
    /** A notice counts as delivered before its receiver is called. */
    COMMIT_BEFORE_DELIVERY("commit before delivery"),
    /** What a sender repeats is new each time. */
    NO_DEDUP("dedup off"),
    /** After a start, one case that waits behind a dead notice is taken for one that does not. */
    FORGET_A_PARKED_CASE("forget one parked case");

    /** System property of the hub that names the one to break. */
    public static final String PROPERTY = "estafette.acceptance.broken";

    private final String title;

    Break(String title) {
        this.title = title;
    }

    /** As the report has it. */
    public String title() {
        return title;
    }
}
