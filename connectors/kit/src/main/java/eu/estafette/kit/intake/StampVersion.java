package eu.estafette.kit.intake;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Versions in standards that count none, but say when a message was made: of two about one thing, the one made later is the newer. */
public final class StampVersion {

    private static final LocalDateTime FIRST = LocalDateTime.of(2000, 1, 1, 0, 0);

    private StampVersion() {}

    /**
     * Seconds since 2000.
     *
     * @param local by one and the same clock for all messages of a sender
     * @return from 1, growing; from 2068 on always the same
     */
    public static int of(LocalDateTime local) {
        return Math.clamp(ChronoUnit.SECONDS.between(FIRST, local), 1, Integer.MAX_VALUE);
    }
}
