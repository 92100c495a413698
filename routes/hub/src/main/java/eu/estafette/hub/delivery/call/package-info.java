@NullMarked
package eu.estafette.hub.delivery.call;

import org.jspecify.annotations.NullMarked;
