/** Counts from the topics what came of each event and notice of a day, and says where the journal tells otherwise. */
@NullMarked
package eu.estafette.hub.reconciliation;

import org.jspecify.annotations.NullMarked;
