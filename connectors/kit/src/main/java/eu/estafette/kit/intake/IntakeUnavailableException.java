package eu.estafette.kit.intake;

/** Kafka did not confirm the event in time. The sender should send it again; sending twice does no harm. */
public class IntakeUnavailableException extends RuntimeException {

    public IntakeUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
