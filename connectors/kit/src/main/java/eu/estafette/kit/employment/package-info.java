/** Employments as the registers of Belgium know them: read once, told alike, whichever way they came. */
@NullMarked
package eu.estafette.kit.employment;

import org.jspecify.annotations.NullMarked;
