package eu.estafette.console.readmodel;

/** The topics are not such that the read model can follow them. The projector keeps trying; the message says what to do. */
final class NotFollowableException extends RuntimeException {

    NotFollowableException(String message) {
        super(message);
    }
}
