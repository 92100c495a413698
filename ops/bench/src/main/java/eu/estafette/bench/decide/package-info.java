/** What one decision costs. */
@NullMarked
package eu.estafette.bench.decide;

import org.jspecify.annotations.NullMarked;
