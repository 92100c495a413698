/** The one-machine mode: what the hub needs around it, in one process tree, on loopback. */
@NullMarked
package eu.estafette.local;

import org.jspecify.annotations.NullMarked;
