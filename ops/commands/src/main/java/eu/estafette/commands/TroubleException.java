package eu.estafette.commands;

/** A command could not do what it was asked. The message is for whoever typed it: what was wrong, what to do next. */
final class TroubleException extends Exception {

    TroubleException(String message) {
        super(message);
    }

    TroubleException(String message, Throwable cause) {
        super(message, cause);
    }
}
