/**
 * Judges a run by what senders were told and what receivers got, id by id. Reads nothing that the hub says of itself and shares no code
 * with it, so that a fault of the hub cannot hide in its own counters.
 */
@NullMarked
package eu.estafette.acceptance.oracle;

import org.jspecify.annotations.NullMarked;
