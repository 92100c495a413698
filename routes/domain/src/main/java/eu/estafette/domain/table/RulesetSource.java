package eu.estafette.domain.table;

/**
 * The text of one ruleset file; whoever loads it has read it.
 *
 * @param file its name, which faults repeat: {@code flanders.csv}
 */
public record RulesetSource(String file, String text) {}
