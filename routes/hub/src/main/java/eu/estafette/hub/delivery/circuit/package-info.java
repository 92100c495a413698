@NullMarked
package eu.estafette.hub.delivery.circuit;

import org.jspecify.annotations.NullMarked;
