package eu.estafette.hub.delivery.circuit;

import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a partner may be called. A value: each transition gives the circuit after it.
 *
 * <pre>
 *               trouble                       due: the probe starts
 *     Closed ─────────────► Open(failures) ───────────────────────────► HalfOpen
 *       ▲                        ▲    the probe's trouble: failures + 1     │
 *       │                        └──────────────────────────────────────────┤
 *       └───────────────────────────────────────── the probe is answered ───┘
 *
 *     any ── gone ──► Disabled
 * </pre>
 *
 * Calls that were under way when the circuit opened end later. They decide nothing any more, otherwise one outage would count once per
 * call: only the probe's outcome moves a half-open circuit. A late answer that asks for a longer wait is obeyed.
 */
public sealed interface Circuit {

    Circuit CLOSED = new Closed();

    /** Whether a call may start now. */
    boolean admits(Clocks clocks);

    /** A call starts, which {@link #admits} allowed. On an open circuit it is the probe. */
    default Circuit started() {
        throw new IllegalStateException("no call may start while the circuit is " + state());
    }

    /** The partner answered a call, be it with a refusal: it can be reached. */
    default Circuit answered(boolean probe) {
        return this;
    }

    /** A call failed by the partner's own trouble. */
    default Circuit troubled(boolean probe, Optional<Duration> retryAfter, BackOff backOff) {
        return this;
    }

    /** What was started came to no call. */
    default Circuit unused(boolean probe) {
        return this;
    }

    /** The address is no more. */
    default Circuit gone() {
        return new Disabled();
    }

    CircuitState state();

    /** When the next call may start; empty if that is now, unknown or never. */
    default Optional<Due> retryAt() {
        return Optional.empty();
    }

    /** Calls go. */
    record Closed() implements Circuit {
        @Override
        public boolean admits(Clocks clocks) {
            return true;
        }

        @Override
        public Circuit started() {
            return this;
        }

        @Override
        public Circuit troubled(boolean probe, Optional<Duration> retryAfter, BackOff backOff) {
            return new Open(1, backOff.after(1, retryAfter));
        }

        @Override
        public CircuitState state() {
            return CircuitState.CLOSED;
        }
    }

    /** No calls before {@code until}, then one. */
    record Open(int failures, Due until) implements Circuit {
        @Override
        public boolean admits(Clocks clocks) {
            return until.isPast(clocks);
        }

        @Override
        public Circuit started() {
            return new HalfOpen(this);
        }

        @Override
        public Circuit troubled(boolean probe, Optional<Duration> retryAfter, BackOff backOff) {
            return retryAfter
                    .map(asked -> backOff.after(1, retryAfter))
                    .filter(asked -> asked.at().isAfter(until.at()))
                    .<Circuit>map(asked -> new Open(failures, asked))
                    .orElse(this);
        }

        @Override
        public CircuitState state() {
            return CircuitState.OPEN;
        }

        @Override
        public Optional<Due> retryAt() {
            return Optional.of(until);
        }
    }

    /** The probe is under way. */
    record HalfOpen(Open before) implements Circuit {
        @Override
        public boolean admits(Clocks clocks) {
            return false;
        }

        @Override
        public Circuit answered(boolean probe) {
            return probe ? CLOSED : this;
        }

        @Override
        public Circuit troubled(boolean probe, Optional<Duration> retryAfter, BackOff backOff) {
            int failures = before.failures() + 1;
            return probe ? new Open(failures, backOff.after(failures, retryAfter)) : this;
        }

        @Override
        public Circuit unused(boolean probe) {
            return probe ? before : this;
        }

        @Override
        public CircuitState state() {
            return CircuitState.HALF_OPEN;
        }
    }

    /** No calls. */
    record Disabled() implements Circuit {
        @Override
        public boolean admits(Clocks clocks) {
            return false;
        }

        @Override
        public CircuitState state() {
            return CircuitState.DISABLED;
        }
    }
}
