@NullMarked
package eu.estafette.hub.router;

import org.jspecify.annotations.NullMarked;
