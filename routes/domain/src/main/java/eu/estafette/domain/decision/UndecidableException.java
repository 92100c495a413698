package eu.estafette.domain.decision;

/** An event that was accepted but cannot be decided. Ends on the Invalid Message Channel; the router goes on. */
public class UndecidableException extends RuntimeException {

    private final String code;

    public UndecidableException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A stable code for grouping at the desk. */
    public String code() {
        return code;
    }
}
