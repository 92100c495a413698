package eu.estafette.domain.decider;

import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;

/**
 * What a notice is cut from.
 *
 * @param line     whose content it is, so that a withdrawal of the line finds everybody who got it
 * @param contract that the data is written in
 */
record Material(Line line, String contract, Fields data) {}
