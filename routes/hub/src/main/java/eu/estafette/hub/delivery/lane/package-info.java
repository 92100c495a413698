@NullMarked
package eu.estafette.hub.delivery.lane;

import org.jspecify.annotations.NullMarked;
