package eu.estafette.connector.cloudevents;

import eu.estafette.kit.problem.Problem;

/** Ends a call with a problem that concerns all of it. Made for control flow: no stack trace, nothing to log. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
