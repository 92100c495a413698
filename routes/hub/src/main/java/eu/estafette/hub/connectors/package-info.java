/** The partner standards this hub speaks. */
@NullMarked
package eu.estafette.hub.connectors;

import org.jspecify.annotations.NullMarked;
