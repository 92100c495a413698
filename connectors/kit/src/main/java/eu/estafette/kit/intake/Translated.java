package eu.estafette.kit.intake;

import eu.estafette.kit.check.IncomingEvent;
import java.util.function.UnaryOperator;

/**
 * What a connector made of a message in another standard.
 *
 * @param partnersName how the partner calls a field: {@code data.subject.number} is {@code INSZ} in its file. Names it does not know it gives
 *                     back as they are
 */
public record Translated(IncomingEvent event, UnaryOperator<String> partnersName) {}
