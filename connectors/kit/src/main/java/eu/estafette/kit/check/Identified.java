package eu.estafette.kit.check;

import eu.estafette.kit.token.SubjectKey;
import java.util.List;

/**
 * A draft whose identifiers hold.
 *
 * @param draft       with every identifier in its own form
 * @param subject     key of the event
 * @param testNumbers paths of numbers of test persons and organisations
 */
record Identified(Draft draft, SubjectKey subject, List<String> testNumbers) {}
