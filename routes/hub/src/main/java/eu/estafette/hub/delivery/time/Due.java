package eu.estafette.hub.delivery.time;

import java.time.Instant;

/** A moment to wait for, on the clock that was chosen when the wait began. */
public sealed interface Due {

    /** The moment in the hub's time; what an operator is shown. */
    Instant at();

    boolean isPast(Clocks clocks);

    record Real(Instant at, long nanos) implements Due {
        @Override
        public boolean isPast(Clocks clocks) {
            return clocks.nanos().getAsLong() - nanos >= 0;
        }
    }

    record Hub(Instant at) implements Due {
        @Override
        public boolean isPast(Clocks clocks) {
            return !clocks.now().isBefore(at);
        }
    }
}
