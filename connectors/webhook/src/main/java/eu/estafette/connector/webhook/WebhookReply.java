package eu.estafette.connector.webhook;

import java.util.Optional;

/** What came back of a call. */
sealed interface WebhookReply {

    /**
     * The partner's server answered.
     *
     * @param retryAfter the header of that name, as it came
     */
    record Answered(String host, int status, Optional<String> retryAfter) implements WebhookReply {}

    /** It did not, or not in time; whether it has the notice is unknown. */
    record Unanswered(String host, Cause cause) implements WebhookReply {}

    /** Why no answer came. */
    enum Cause {
        CONNECT_FAILED("no connection"),
        TLS_FAILED("no trusted connection"),
        TIMED_OUT("no answer in time"),
        CONNECTION_LOST("the connection broke before an answer came");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
