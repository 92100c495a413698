/** Plays the worked stories of the domain as they are written, against the decisions. */
@NullMarked
package eu.estafette.domain.story;

import org.jspecify.annotations.NullMarked;
