/** Calling partners over HTTP: what came back, whose trouble it is, and whether a host can be reached at all. */
@NullMarked
package eu.estafette.kit.http;

import org.jspecify.annotations.NullMarked;
