/** What the router reads and writes: events in, notices, journal entries and what is invalid out. */
@NullMarked
package eu.estafette.hub.router.message;

import org.jspecify.annotations.NullMarked;
