/** Lives of cases made up at random, and what must hold in all of them. */
@NullMarked
package eu.estafette.domain.fuzz;

import org.jspecify.annotations.NullMarked;
