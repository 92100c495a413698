@NullMarked
package eu.estafette.hub.setup;

import org.jspecify.annotations.NullMarked;
