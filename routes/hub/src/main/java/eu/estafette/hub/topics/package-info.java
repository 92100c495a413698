@NullMarked
package eu.estafette.hub.topics;

import org.jspecify.annotations.NullMarked;
