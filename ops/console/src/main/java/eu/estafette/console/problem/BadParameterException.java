package eu.estafette.console.problem;

/** A parameter of the call cannot be used. */
public class BadParameterException extends RuntimeException {

    private final String name;
    private final String value;

    /** @param message what would be right, one sentence */
    public BadParameterException(String name, String value, String message) {
        super(message);
        this.name = name;
        this.value = value;
    }

    public String name() {
        return name;
    }

    public String value() {
        return value;
    }
}
