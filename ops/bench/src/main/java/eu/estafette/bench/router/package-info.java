/** The router beside its competitors. */
@NullMarked
package eu.estafette.bench.router;

import org.jspecify.annotations.NullMarked;
