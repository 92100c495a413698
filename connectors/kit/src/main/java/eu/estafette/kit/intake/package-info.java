@NullMarked
package eu.estafette.kit.intake;

import org.jspecify.annotations.NullMarked;
