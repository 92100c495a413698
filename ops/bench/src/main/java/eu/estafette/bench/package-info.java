/** Benchmarks of the hub, each beside competitors in the same run. */
@NullMarked
package eu.estafette.bench;

import org.jspecify.annotations.NullMarked;
