package eu.estafette.console.desk;

import eu.estafette.console.operations.InvalidQueries.InvalidEvent;
import java.time.Instant;

/**
 * What an operator does about a record on {@code estafette.invalid}.
 *
 * @param reason in the operator's words; empty where none is needed
 */
public record Original(InvalidEvent event, String operator, String reason, Instant at) {}
