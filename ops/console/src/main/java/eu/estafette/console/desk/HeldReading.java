package eu.estafette.console.desk;

import eu.estafette.console.operations.HeldEvent;
import java.time.Instant;

/**
 * That an operator reads what a held event holds.
 *
 * @param reason why, in the operator's words
 */
public record HeldReading(HeldEvent held, String operator, String reason, Instant at) {}
