package eu.estafette.acceptance.guarantee;

import java.time.Duration;

/** How much of everything, by system properties {@code estafette.guarantee.*}. The defaults are for a look; {@code ops/acceptance/guarantee} says what the full size is. */
final class Sizes {

    static final int EVENTS = Integer.getInteger("estafette.guarantee.events", 2_000);
    static final int CASES = Integer.getInteger("estafette.guarantee.cases", Math.max(1, EVENTS / 10));
    static final int PAIRS = Integer.getInteger("estafette.guarantee.pairs", 5);
    static final int KILLS = Integer.getInteger("estafette.guarantee.kills", 20);

    /** Of everything that is kept up for a while. */
    static final Duration LONG = Duration.ofSeconds(Integer.getInteger("estafette.guarantee.seconds", 60));

    private Sizes() {}
}
