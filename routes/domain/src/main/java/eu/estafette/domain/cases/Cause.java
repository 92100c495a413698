package eu.estafette.domain.cases;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.Line;
import java.time.LocalDate;

/**
 * The event that a notice tells of, kept for when the notice goes out later.
 *
 * @param id the sender's id of the message
 * @param by role of the sender, REGISTER or HUB
 */
public record Cause(String id, Line line, String by, LocalDate occurredOn, Action action, int version) {}
