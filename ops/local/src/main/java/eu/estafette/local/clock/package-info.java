/** The time machine of the local mode: the hub's own time, by which decisions, due dates, clocks and long waits go, moved forward. */
@NullMarked
package eu.estafette.local.clock;

import org.jspecify.annotations.NullMarked;
