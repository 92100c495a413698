/** What was set aside from a lane: dead letters, and the notices of their cases that wait behind them. */
@NullMarked
package eu.estafette.hub.delivery.parking;

import org.jspecify.annotations.NullMarked;
