package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.oracle.Call;
import java.time.Duration;

/** What a partner does with a call. */
sealed interface Reply {

    Reply OK = new Status(204, Duration.ZERO);

    /** Whether it keeps what came, and whether the hub can know. */
    Call.Answer kept();

    /**
     * Answers.
     *
     * @param after what it takes its time for
     */
    record Status(int status, Duration after) implements Reply {

        /** The hub's patience with a webhook, as its documentation says. */
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        @Override
        public Call.Answer kept() {
            if (status / 100 != 2) {
                return Call.Answer.REFUSED;
            }
            return after.compareTo(PATIENCE) < 0 ? Call.Answer.KEPT : Call.Answer.KEPT_UNHEARD;
        }
    }

    /** Keeps what came, begins to answer 200 and closes the connection in the middle of it. */
    record CloseWhileAnswering() implements Reply {
        @Override
        public Call.Answer kept() {
            return Call.Answer.KEPT_UNHEARD;
        }
    }

    static Reply status(int status) {
        return new Status(status, Duration.ZERO);
    }

    static Reply slow(Duration after) {
        return new Status(204, after);
    }
}
