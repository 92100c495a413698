package eu.estafette.console.operations;

import java.util.List;

/**
 * The whole way of what a reference names.
 *
 * @param caseRefs of the cases it passes through
 * @param items    in the order in which they happened
 * @param complete false if there is more than one answer holds
 */
record Trace(String ref, List<String> caseRefs, List<TraceItem> items, boolean complete, List<Attention> attention) {}
