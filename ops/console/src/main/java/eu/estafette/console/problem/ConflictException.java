package eu.estafette.console.problem;

/** What is asked contradicts what was asked before; that stands. */
public class ConflictException extends RuntimeException {

    public ConflictException(String message) {
        super(message);
    }
}
