/** Removes what has ended and is old enough, nothing else; and refuses a start with settings that would not let it keep this. */
@NullMarked
package eu.estafette.hub.keeping;

import org.jspecify.annotations.NullMarked;
