package eu.estafette.connector.cloudevents;

import eu.estafette.kit.problem.Problem;
import java.time.Duration;
import java.util.Optional;

/** Ends a call with a problem that concerns all of it. Made for control flow: no stack trace, nothing to log. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private final transient Optional<Duration> retryAfter;

    ProblemException(Problem problem) {
        this(problem, Optional.empty());
    }

    /** @param retryAfter when this call may be sent again */
    ProblemException(Problem problem, Duration retryAfter) {
        this(problem, Optional.of(retryAfter));
    }

    private ProblemException(Problem problem, Optional<Duration> retryAfter) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    Problem problem() {
        return problem;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
