/** Runs the pollers: each in one process at a time, going on where the last one was. */
@NullMarked
package eu.estafette.hub.polling;

import org.jspecify.annotations.NullMarked;
