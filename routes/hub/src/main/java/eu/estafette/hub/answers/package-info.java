@NullMarked
package eu.estafette.hub.answers;

import org.jspecify.annotations.NullMarked;
