package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.circuit.BackOff;
import eu.estafette.hub.delivery.circuit.Circuit;
import eu.estafette.hub.delivery.circuit.CircuitState;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Whether a partner can be reached, as its calls tell. Outlives a rebalance, because it speaks of the partner and not of who owns what. */
final class Reach {

    private static final Logger log = LoggerFactory.getLogger(Reach.class);

    private final String party;
    private final BackOff backOff;
    private final Clocks clocks;
    private Circuit circuit = Circuit.CLOSED;
    private Optional<String> trouble = Optional.empty();

    Reach(String party, BackOff backOff, Clocks clocks) {
        this.party = party;
        this.backOff = backOff;
        this.clocks = clocks;
    }

    boolean admits() {
        return circuit.admits(clocks);
    }

    /** A call starts; whether it is the one that an open circuit admits. */
    boolean started() {
        boolean probe = !isClosed();
        circuit = circuit.started();
        return probe;
    }

    /** The partner is judged by a call; one for which it was not called says nothing, unless the hub itself could not make it. */
    void ended(Ended ended) {
        boolean probe = ended.call().probe();
        CircuitState before = circuit.state();
        ended.result()
                .filter(any -> ended.notice().isPresent() || ended.call().record() instanceof LaneRecord)
                .ifPresentOrElse(
                        result -> judge(result, ended.notice().isPresent(), probe),
                        () -> circuit = circuit.unused(probe));
        logChange(before);
    }

    /** @param called whether the partner was called at all */
    private void judge(DeliveryResult result, boolean called, boolean probe) {
        circuit = switch (result) {
            case Delivered ignored -> circuit.answered(probe);
            case Refused ignored -> called ? circuit.answered(probe) : circuit.unused(probe);
            case PartnerTrouble failed -> circuit.troubled(probe, failed.retryAfter(), backOff);
            case Gone ignored -> circuit.gone();
        };
        trouble = switch (result) {
            case PartnerTrouble failed -> Optional.of(failed.detail());
            case Gone gone -> Optional.of(gone.detail());
            case Delivered ignored when isClosed() -> Optional.empty();
            case Delivered ignored -> trouble;
            case Refused ignored -> trouble;
        };
    }

    private void logChange(CircuitState before) {
        if (circuit.state() != before) {
            log.atLevel(isClosed() ? Level.INFO : Level.WARN)
                    .addKeyValue("party", party)
                    .addKeyValue("circuit", circuit.state())
                    .addKeyValue("retryAt", retryAt().orElse(null))
                    .addKeyValue("trouble", trouble.orElse(null))
                    .log("Circuit changed");
        }
    }

    boolean isClosed() {
        return circuit.state() == CircuitState.CLOSED;
    }

    CircuitState circuit() {
        return circuit.state();
    }

    Optional<Instant> retryAt() {
        return circuit.retryAt().map(Due::at);
    }

    /** The partner's last one; absent while all is well. */
    Optional<String> trouble() {
        return trouble;
    }
}
