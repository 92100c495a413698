package eu.estafette.connector.setu;

import java.util.Optional;
import java.util.stream.Stream;

/** {@code assignmentStatus}, as far as SETU knows it. */
enum Status {
    ACTIVE("active"),
    REVISED("revised"),
    CANCELLED("cancelled"),
    REJECTED("x:rejected");

    private final String word;

    Status(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Whether the assignment is none, or never was. */
    boolean takesBack() {
        return this == CANCELLED || this == REJECTED;
    }

    static Optional<Status> of(String word) {
        return Stream.of(values()).filter(status -> status.word.equals(word)).findFirst();
    }
}
