package eu.estafette.schemas;

/** A payload or its sealed part cannot be written, read or cut down to a view. The bytes it was made from stay as they are. */
public final class PayloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PayloadException(String message, Throwable cause) {
        super(message, cause);
    }

    PayloadException(String message) {
        super(message);
    }
}
