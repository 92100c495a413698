package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.Optional;

/** Faults of a message, by UwvML's own names of the fields. None repeats a value: most are about somebody's health. */
final class Faults {

    private Faults() {}

    static Issue of(Stage stage, String code, String field, String detail) {
        return new Issue(stage, code, "body", field, Optional.empty(), detail);
    }

    static Issue missing(String field) {
        return of(Stage.SYNTAX, "required", field, "is missing");
    }
}
