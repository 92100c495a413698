/** What operators tell the hub. */
@NullMarked
package eu.estafette.hub.operators;

import org.jspecify.annotations.NullMarked;
