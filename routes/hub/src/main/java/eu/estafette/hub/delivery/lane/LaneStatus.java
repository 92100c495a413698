package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.circuit.CircuitState;
import java.time.Instant;
import java.util.Optional;

/**
 * What operators see of a lane, as far as this instance owns it.
 *
 * @param waiting      read and not yet called; more may lie on the lane while it is paused
 * @param inFlight     calls under way
 * @param window       calls that may be under way at once
 * @param oldestSince  since when its oldest unfinished notice is on the lane, in real time
 * @param retryAt      when the partner is called again, in the hub's time; present while the circuit is open
 * @param trouble      the partner's last trouble, or why the lane is halted; absent while all is well
 * @param paused       whether an operator paused it
 * @param quietUntil   when the party's quiet hours end, in the hub's time; absent outside of them
 * @param parkedCases  cases that wait behind a dead notice, or follow after it
 * @param parked       notices that wait there, the dead ones not counted
 */
public record LaneStatus(
        String party,
        int waiting,
        int inFlight,
        int window,
        Optional<Instant> oldestSince,
        CircuitState circuit,
        Optional<Instant> retryAt,
        boolean halted,
        Optional<String> trouble,
        boolean paused,
        Optional<Instant> quietUntil,
        int parkedCases,
        int parked) {}
