/** The ways to run the router, each in a JVM of its own. */
@NullMarked
package eu.estafette.bench.competitor;

import org.jspecify.annotations.NullMarked;
