@NullMarked
package eu.estafette.hub.delivery.outcome;

import org.jspecify.annotations.NullMarked;
