package eu.estafette.console.problem;

import eu.estafette.kit.problem.Issue;
import java.util.List;

/** The body of a call can be read, but not be done; nothing of it was. */
public class RefusedException extends RuntimeException {

    private final transient List<Issue> issues;

    /** @param issues each names its field, and says what would be right */
    public RefusedException(List<Issue> issues) {
        super("refused: " + issues.size() + " fields");
        this.issues = List.copyOf(issues);
    }

    public List<Issue> issues() {
        return issues;
    }
}
