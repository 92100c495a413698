package eu.estafette.console.problem;

/** What was asked for is not there, or not for this caller: the answer is the same. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String message) {
        super(message);
    }
}
