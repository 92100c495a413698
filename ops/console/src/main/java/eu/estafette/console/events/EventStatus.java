package eu.estafette.console.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of an event, for its sender.
 *
 * @param source absent while nothing is known but that it was accepted; so are type and acceptedAt
 * @param note   why a routed event had no effect, or less than usual
 * @param reason why it is held, refused or invalid
 * @param held   what is waited for, and at least until when
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EventStatus(
        String id,
        Optional<String> source,
        Optional<String> type,
        String state,
        Optional<String> note,
        Optional<String> reason,
        Optional<List<Held>> held,
        Optional<String> caseRef,
        int duplicates,
        Optional<Instant> acceptedAt) {

    /**
     * Until when something is waited for.
     *
     * @param category that the role may see only with consent; absent, as the role is, for callers who may not know, and for an event that
     *     waits as a whole
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Held(Optional<String> category, Optional<String> role, Instant until) {

        static Held until(Instant until) {
            return new Held(Optional.empty(), Optional.empty(), until);
        }
    }

    /** Durable, and not decided yet as far as the read model knows. */
    static EventStatus accepted(String id) {
        return new EventStatus(
                id,
                Optional.empty(),
                Optional.empty(),
                "ACCEPTED",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }
}
