package eu.estafette.local.demo;

/** The demo did not go as its story says. */
public final class DemoFailedException extends RuntimeException {

    public DemoFailedException(String message) {
        super(message);
    }
}
