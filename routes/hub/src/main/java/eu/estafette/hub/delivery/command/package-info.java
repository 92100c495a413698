/** What operators tell a lane to do, and the owner of its partitions carries out. */
@NullMarked
package eu.estafette.hub.delivery.command;

import org.jspecify.annotations.NullMarked;
