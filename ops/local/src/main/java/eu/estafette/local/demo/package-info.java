/** Simulated partners and the stories that {@code demo} plays through the real connectors. */
@NullMarked
package eu.estafette.local.demo;

import org.jspecify.annotations.NullMarked;
