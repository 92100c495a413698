/** Going to partners to fetch what they have: each poller runs in one process at a time, and goes on where the last one was. */
@NullMarked
package eu.estafette.kit.poll;

import org.jspecify.annotations.NullMarked;
