/** Lets the console read: what it asks of the flows. */
@NullMarked
package eu.estafette.hub.reading;

import org.jspecify.annotations.NullMarked;
