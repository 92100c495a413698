package eu.estafette.connector.mail;

/** A mail, or a part of one, that does not hold what it should. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String field;

    /** @param field the sender's own name for what is wrong: UID, ATTENDEE, text/calendar */
    UnreadableException(String code, String field, String detail) {
        super(detail);
        this.code = code;
        this.field = field;
    }

    String code() {
        return code;
    }

    String field() {
        return field;
    }
}
