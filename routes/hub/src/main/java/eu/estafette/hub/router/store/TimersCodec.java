package eu.estafette.hub.router.store;

import eu.estafette.contract.message.CaseClock;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Timers;
import eu.estafette.domain.event.ObjectKey;
import java.util.List;
import java.util.Optional;

/** The clocks in the entry {@code head} of the case store. */
final class TimersCodec {

    private TimersCodec() {}

    static List<CaseClock> write(List<Clock> clocks) {
        return clocks.stream()
                .map(clock -> new CaseClock(
                        clock.name(), clock.object().family(), clock.object().key(), clock.date()))
                .toList();
    }

    static Timers read(CaseHead head) {
        return new Timers(read(head.getRunning()), read(head.getRung()), Optional.ofNullable(head.getLastTold()));
    }

    static List<Clock> read(List<CaseClock> clocks) {
        return clocks.stream()
                .map(clock -> new Clock(
                        clock.getName(), new ObjectKey(clock.getObjectFamily(), clock.getObjectKey()), clock.getDate()))
                .toList();
    }
}
