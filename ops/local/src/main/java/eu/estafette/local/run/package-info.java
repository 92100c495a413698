/** The hub and all it needs on one machine: what the launcher's {@code run} starts. */
@NullMarked
package eu.estafette.local.run;

import org.jspecify.annotations.NullMarked;
