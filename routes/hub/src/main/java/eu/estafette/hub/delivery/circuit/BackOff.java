package eu.estafette.hub.delivery.circuit;

import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to leave a partner alone: doubling from {@code first} to {@code longest}, the upper half of each wait at random so that many
 * lanes do not come back at once. What the partner asked for is obeyed where it is more, up to {@code longestAsked}.
 */
public record BackOff(Duration first, Duration longest, Duration longestAsked, RandomGenerator random, Clocks clocks) {

    private static final int DOUBLINGS = 30;

    /**
     * When to call again after so many failed calls in a row.
     *
     * @param failures from 1
     */
    Due after(int failures, Optional<Duration> asked) {
        Duration full = smaller(first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS)), longest);
        long half = full.toMillis() / 2;
        Duration own = full.minusMillis(random.nextLong(half + 1));
        return clocks.after(
                asked.map(wanted -> larger(own, smaller(wanted, longestAsked))).orElse(own));
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration larger(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
