/** What connectors are tested with: real servers, and a hub's side in memory that can be stopped at any commit. */
@NullMarked
package eu.estafette.kit.rig;

import org.jspecify.annotations.NullMarked;
