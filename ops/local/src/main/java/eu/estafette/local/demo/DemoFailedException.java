package eu.estafette.local.demo;

/** The demo did not go as its story says. */
final class DemoFailedException extends RuntimeException {

    DemoFailedException(String message) {
        super(message);
    }
}
