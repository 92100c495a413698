package eu.estafette.connector.zgw;

import java.util.List;

/** A notification that is not taken. */
final class InvalidNotificationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    InvalidNotificationException(List<FieldFault> faults) {
        super("not a notification that can be taken");
        this.faults = List.copyOf(faults);
    }

    List<FieldFault> faults() {
        return faults;
    }
}
