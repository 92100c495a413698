/** Registers that are asked about subscribed persons: the word of the router is kept for the poller, and the poller asks them in turn. */
@NullMarked
package eu.estafette.kit.subscription;

import org.jspecify.annotations.NullMarked;
