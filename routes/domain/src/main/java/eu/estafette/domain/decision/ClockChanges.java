package eu.estafette.domain.decision;

import eu.estafette.domain.cases.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an event did to the clocks of the case.
 *
 * @param stopped also those that rang
 * @param nextDue when the case must next be asked what is due, by its clocks, holds and steps; may lie in the past, which means at once
 */
public record ClockChanges(List<Clock> started, List<Clock> stopped, Optional<Instant> nextDue) {

    public static final ClockChanges NONE = new ClockChanges(List.of(), List.of(), Optional.empty());

    public ClockChanges {
        started = List.copyOf(started);
        stopped = List.copyOf(stopped);
    }
}
