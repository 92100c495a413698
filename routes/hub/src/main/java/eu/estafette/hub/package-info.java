@NullMarked
package eu.estafette.hub;

import org.jspecify.annotations.NullMarked;
