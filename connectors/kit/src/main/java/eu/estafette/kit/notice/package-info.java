/** A notice in the form in which receivers read it, whatever brings it to them. */
@NullMarked
package eu.estafette.kit.notice;

import org.jspecify.annotations.NullMarked;
