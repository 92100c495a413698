@NullMarked
package eu.estafette.kit.delivery;

import org.jspecify.annotations.NullMarked;
