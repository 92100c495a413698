package eu.estafette.hub.delivery.lane;

import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.RecordFailure;
import java.util.Optional;

/**
 * How a party wants to be delivered to.
 *
 * @param window calls that may be under way at once
 * @param rate   calls a second
 * @param quiet  hours in which no call starts
 * @param parks  whether a case's later notices wait when one of it dies
 */
public record Terms(int window, Optional<Integer> rate, Optional<Quiet> quiet, boolean parks) {

    public static Terms of(Party party) {
        return new Terms(
                party.window(),
                party.rate(),
                party.quiet().map(hours -> new Quiet(hours, party.zone())),
                party.onRecordFailure() == RecordFailure.PARK_CASE);
    }
}
