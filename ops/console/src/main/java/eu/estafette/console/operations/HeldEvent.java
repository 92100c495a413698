package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event that is held, without what it holds.
 *
 * @param place   where it stands on {@code estafette.events}: its name at the desk
 * @param party   that sent it
 * @param reason  what it waits for: NO_CASE, NO_ROLE, NO_ORIGINAL or CONSENT
 * @param ageDays since it was accepted, by the hub's clock
 * @param notices those that wait for consent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HeldEvent(
        @JsonIgnore long number,
        String place,
        String id,
        String source,
        String party,
        String type,
        String businessKey,
        String action,
        int version,
        Optional<String> reason,
        Optional<Instant> until,
        @JsonIgnore Optional<String> caseId,
        Optional<String> caseRef,
        Instant acceptedAt,
        long ageDays,
        List<Waiting> notices) {

    private static final String CONSENT = "CONSENT";

    /**
     * A notice that waits for consent.
     *
     * @param categories for which it is missing
     * @param step       that waits with it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Waiting(
            String role,
            String party,
            Optional<String> person,
            List<String> categories,
            String view,
            Optional<String> step,
            Instant until) {}

    /** Whether it was applied, and only some who are to hear of it wait for consent. */
    public boolean waitsForConsent() {
        return reason.filter(CONSENT::equals).isPresent();
    }

    /** When nothing of it waits any more, whatever happens; its own date where no notice says. */
    public Optional<Instant> lastUntil() {
        return notices.stream().map(Waiting::until).max(Instant::compareTo).or(() -> until);
    }

    /** The event itself. */
    public AcceptedEvent accepted() {
        return new AcceptedEvent(
                place, id, source, party, type, businessKey, action, version, caseId, caseRef, acceptedAt);
    }

    HeldEvent with(List<Waiting> waiting) {
        return new HeldEvent(
                number,
                place,
                id,
                source,
                party,
                type,
                businessKey,
                action,
                version,
                reason,
                until,
                caseId,
                caseRef,
                acceptedAt,
                ageDays,
                waiting);
    }
}
