@NullMarked
package eu.estafette.hub.delivery;

import org.jspecify.annotations.NullMarked;
