package eu.estafette.kit.subscription;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;

/** Spreads persons over the interval: each has a place in it that follows from its case, and is asked about once when that comes. */
record Slots(Duration interval) {

    private static final Duration RETRY = Duration.ofMinutes(15);

    /** A newly subscribed person is due at once; one for whom asking failed, a while later. */
    boolean due(String caseId, Turn turn, Instant now) {
        boolean answered =
                turn.answered().isAfter(Instant.MIN) && !turn.answered().isBefore(latest(caseId, now));
        return !answered && !rests(turn, now);
    }

    private boolean rests(Turn turn, Instant now) {
        Duration rest = RETRY.compareTo(interval) < 0 ? RETRY : interval;
        return turn.tried().isAfter(turn.answered()) && turn.tried().isAfter(now.minus(rest));
    }

    /** When the place came last, by now. */
    Instant latest(String caseId, Instant now) {
        long whole = interval.toMillis();
        long place = Math.floorMod(hash(caseId), whole);
        long since = Math.floorMod(now.toEpochMilli() - place, whole);
        return Instant.ofEpochMilli(now.toEpochMilli() - since);
    }

    private static long hash(String caseId) {
        var crc = new CRC32();
        crc.update(caseId.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() * 2_654_435_761L;
    }
}
