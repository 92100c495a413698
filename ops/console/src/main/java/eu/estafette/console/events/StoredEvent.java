package eu.estafette.console.events;

import eu.estafette.console.events.EventStatus.Held;
import eu.estafette.console.readmodel.Row;
import eu.estafette.domain.event.EventType;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as the read model has it.
 *
 * @param partition   of {@code estafette.events}
 * @param repetitions how often it was said again, itself included if it repeats another
 */
record StoredEvent(
        int partition,
        long offset,
        String id,
        String source,
        String type,
        String state,
        Optional<String> reason,
        Optional<Instant> until,
        Optional<String> caseId,
        Optional<String> caseRef,
        int repetitions,
        Instant acceptedAt) {

    private static final String CONSENT = "CONSENT";

    static StoredEvent of(Row row) throws SQLException {
        return new StoredEvent(
                row.number("events_partition"),
                row.bigNumber("events_offset"),
                row.text("event_id"),
                row.text("source"),
                row.text("type"),
                row.text("state"),
                row.textIfAny("reason"),
                row.instantIfAny("until"),
                row.textIfAny("case_id"),
                row.textIfAny("case_ref"),
                row.number("repetitions"),
                row.instant("accepted_at"));
    }

    /** Whether it was applied, and somebody hears of it, or hears more, once there is consent. */
    boolean waitsForConsent() {
        return state.equals("HELD") && reason.filter(CONSENT::equals).isPresent();
    }

    /** @param named what it waits for, as far as the caller may know; that it is consent is not for anybody else to know either */
    EventStatus status(List<Held> named) {
        boolean routed = state.equals("ROUTED");
        Optional<String> why = reason.filter(ignored -> !waitsForConsent() || !named.isEmpty());
        return new EventStatus(
                id,
                Optional.of(source),
                Optional.of(EventType.ofShortName(type)
                        .map(EventType::cloudEventType)
                        .orElse(type)),
                state,
                routed ? why : Optional.empty(),
                routed ? Optional.empty() : why,
                named.isEmpty() ? until.map(date -> List.of(Held.until(date))) : Optional.of(named),
                caseRef,
                state.equals("DUPLICATE") ? repetitions - 1 : repetitions,
                Optional.of(acceptedAt));
    }
}
