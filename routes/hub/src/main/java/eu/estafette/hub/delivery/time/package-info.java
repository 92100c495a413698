@NullMarked
package eu.estafette.hub.delivery.time;

import org.jspecify.annotations.NullMarked;
