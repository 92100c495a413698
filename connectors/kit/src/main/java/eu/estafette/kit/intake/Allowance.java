package eu.estafette.kit.intake;

import eu.estafette.kit.party.Party;
import java.time.Duration;
import java.util.Optional;

/** How much a party may send. Thread-safe. */
public interface Allowance {

    /**
     * Takes so many events from what the party may send now, or nothing at all.
     *
     * @param events from 1
     * @return empty if they may come; otherwise how long from now they would have to wait
     */
    Optional<Duration> take(Party party, int events);
}
