package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.xml.XmlContract.Breach;
import eu.estafette.kit.xml.XmlRefusedException;
import java.util.List;
import java.util.Optional;

/** What is wrong with a file or a record of it, in the names of its sender. */
final class Faults {

    private Faults() {}

    static FileRefusedException file(XmlRefusedException e) {
        return file(e.code(), e.detail());
    }

    static FileRefusedException file(String code, String detail) {
        return new FileRefusedException(new Issue(Stage.SYNTAX, code, "file", "file", Optional.empty(), detail));
    }

    static List<Issue> of(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> new Issue(
                        Stage.SYNTAX,
                        "invalidContent",
                        "record",
                        breach.element(),
                        Optional.empty(),
                        "is not as the schema wants it (" + breach.rule() + ")"))
                .toList();
    }

    static Issue rule(String code, String name, String detail) {
        return new Issue(Stage.RULE, code, "record", name, Optional.empty(), detail);
    }
}
