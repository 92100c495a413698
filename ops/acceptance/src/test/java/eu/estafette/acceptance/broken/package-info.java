/**
 * Hubs with one deliberately broken spot, to see that the oracle finds it. Nothing of this is in what ships: the hub is started with these
 * classes beside it, and replaces one of its beans by a worse one.
 */
@NullMarked
package eu.estafette.acceptance.broken;

import org.jspecify.annotations.NullMarked;
