/** Seals the journal: every few seconds, a signature over what was added to each of its partitions. */
@NullMarked
package eu.estafette.hub.sealing;

import org.jspecify.annotations.NullMarked;
