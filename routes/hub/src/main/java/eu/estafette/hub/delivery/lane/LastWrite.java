package eu.estafette.hub.delivery.lane;

/**
 * What stands beside a committed offset of a lane: which transaction wrote it, and whether its owner let go of the lane in order then, with no
 * call under way.
 *
 * @param id of the transaction; empty where nothing was ever written, or not by a hub
 */
public record LastWrite(String id, boolean closed) {

    /** Nothing was ever called. */
    public static final LastWrite NEVER = new LastWrite("", true);

    private static final String CLOSED = "closed:";
    private static final String OPEN = "open:";

    /** What any other hand left there counts as not in order. */
    static LastWrite of(String metadata) {
        if (metadata.startsWith(CLOSED)) {
            return new LastWrite(metadata.substring(CLOSED.length()), true);
        }
        return new LastWrite(metadata.startsWith(OPEN) ? metadata.substring(OPEN.length()) : "", false);
    }

    /** As it stands in the offset's metadata. */
    public String metadata() {
        return (closed ? CLOSED : OPEN) + id;
    }
}
