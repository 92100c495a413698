package eu.estafette.console.problem;

/** What an operator did may not be durable, because Kafka did not say so in time. To do it again does no harm. */
public class DeskAwayException extends RuntimeException {

    public DeskAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
