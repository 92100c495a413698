package eu.estafette.hub.delivery.call;

/** What lies on the lane is no notice of its party. It cannot be delivered, however often it is tried. */
final class UnreadableNoticeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableNoticeException(String message) {
        super(message);
    }
}
