@NullMarked
package eu.estafette.kit.identifier;

import org.jspecify.annotations.NullMarked;
