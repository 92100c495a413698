package eu.estafette.connector.magda;

import eu.estafette.kit.problem.Issue;
import java.io.IOException;
import java.util.List;

/** MAGDA answered, with something that cannot be relied on. */
final class UnreadableReplyException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient List<Issue> issues;
    private final byte[] envelope;

    UnreadableReplyException(List<Issue> issues, byte[] envelope) {
        super("MAGDA answered with something that cannot be relied on: "
                + issues.getFirst().name() + " " + issues.getFirst().detail());
        this.issues = List.copyOf(issues);
        this.envelope = envelope.clone();
    }

    List<Issue> issues() {
        return issues;
    }

    byte[] envelope() {
        return envelope.clone();
    }
}
