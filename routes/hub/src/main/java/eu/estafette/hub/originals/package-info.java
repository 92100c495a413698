/** Originals of what partners sent, kept by their hash and read back for whoever may. */
@NullMarked
package eu.estafette.hub.originals;

import org.jspecify.annotations.NullMarked;
