package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One thing that happened on the way. Nothing in it is content: types, roles, times and names of parties only. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"at", "kind"})
sealed interface TraceItem {

    /** By the hub's clock. */
    Instant at();

    @JsonProperty
    String kind();

    /** An event became durable and its sender was told so. */
    record Accepted(
            Instant at,
            String eventId,
            String source,
            String party,
            String type,
            String businessKey,
            String action,
            int version,
            Optional<String> caseRef)
            implements TraceItem {

        @Override
        public String kind() {
            return "ACCEPTED";
        }
    }

    /** The router decided it; of a held event there are several. */
    record Decided(
            Instant at,
            String eventId,
            String type,
            String state,
            Optional<String> reason,
            Optional<String> detail,
            List<String> rules,
            List<String> droppedFields)
            implements TraceItem {

        @Override
        public String kind() {
            return "DECIDED";
        }
    }

    /**
     * A notice followed from a decision.
     *
     * @param state WAITING, PARKED, DELIVERED, DEAD, DISCARDED or WITHDRAWN, as it is now
     */
    record Noticed(
            Instant at,
            String noticeId,
            String party,
            Optional<String> person,
            String role,
            String purpose,
            String view,
            Optional<String> step,
            Optional<LocalDate> due,
            Optional<String> rule,
            String state)
            implements TraceItem {

        @Override
        public String kind() {
            return "NOTICE";
        }
    }

    /** Steps were opened, moved, taken or closed by a decision. */
    record StepsChanged(Instant at, @JsonRawValue String changes) implements TraceItem {

        @Override
        public String kind() {
            return "STEPS";
        }
    }

    /** Notices were asked back by a decision. */
    record Recalled(Instant at, List<String> noticeIds) implements TraceItem {

        @Override
        public String kind() {
            return "RECALLED";
        }
    }

    /**
     * It was a notice's turn, and unless it had been asked back its party was called.
     *
     * @param kind   ATTEMPTED, DELIVERED, DEAD or WITHDRAWN
     * @param status the partner's own status code
     */
    record Called(
            Instant at,
            String kind,
            Optional<String> noticeId,
            String party,
            Optional<Integer> attempt,
            Optional<Integer> status,
            Optional<String> reason,
            Optional<String> detail)
            implements TraceItem {}

    /**
     * Something was done about a notice on its lane, or it was read; PARKED by itself, the rest by operators.
     *
     * @param kind     PARKED, REPLAYED, DISCARDED or READ
     * @param operator who did it, where it is known
     * @param command  id of the command that it follows from
     * @param detail   the operator's words
     */
    record Operated(
            Instant at,
            String kind,
            Optional<String> noticeId,
            String party,
            Optional<String> operator,
            Optional<String> command,
            Optional<String> reason,
            Optional<String> detail)
            implements TraceItem {}

    /** The person got another number: the case has this name from then on, besides those it had. */
    record Moved(Instant at, String caseRef) implements TraceItem {

        @Override
        public String kind() {
            return "MOVED";
        }
    }

    /**
     * A party answered a notice, or its system confirmed having it.
     *
     * @param outcome       what it answered: ACCEPTED, DECLINED, …
     * @param outcomeReason why, as a code
     * @param state         of the answer itself, as of any event; {@code reason} is why it is not ROUTED
     */
    record Answered(
            Instant at,
            Optional<String> noticeId,
            String party,
            Optional<String> person,
            Optional<String> level,
            Optional<String> outcome,
            Optional<String> outcomeReason,
            String state,
            Optional<String> reason)
            implements TraceItem {

        @Override
        public String kind() {
            return "ANSWERED";
        }
    }
}
