package eu.estafette.connector.cloudevents;

import eu.estafette.connector.cloudevents.Post.Events;
import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Problem;
import java.time.Duration;

/** Turns away what a party sends over its rate, before it is checked. What cannot be read as events counts as one. */
final class Admission {

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Allowance allowance;

    Admission(Allowance allowance) {
        this.allowance = allowance;
    }

    /** @throws ProblemException 429 */
    void admit(Post call) {
        admit(call.caller(), 1);
    }

    /** @throws ProblemException 429 */
    void admit(Events<?> call) {
        admit(call.caller(), Math.max(1, call.items().size()));
    }

    private void admit(Party caller, int events) {
        allowance.take(caller, events).ifPresent(wait -> {
            throw new ProblemException(Problem.tooManyRequests(), wholeSeconds(wait));
        });
    }

    /** Rounded up: whoever comes again after that many is let in. */
    private static Duration wholeSeconds(Duration wait) {
        return Duration.ofSeconds(Math.max(1, Math.ceilDiv(wait.toNanos(), NANOS)));
    }
}
