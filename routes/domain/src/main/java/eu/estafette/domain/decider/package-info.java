/** The decisions: what follows from one event on one case, worked out from the next-step tables. */
@NullMarked
package eu.estafette.domain.decider;

import org.jspecify.annotations.NullMarked;
