package eu.estafette.connector.mutationfiles;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of two words about one person's registration is the newer: the one of the later batch; within a batch the one about the later day; of
 * one day, the end of what ran before, then a registration, then its end.
 */
final class RegistrationOrder {

    private static final int DAY_BITS = 8;
    private static final int MOVE_BITS = 2;
    private static final int DAYS = 1 << DAY_BITS;
    private static final int DAYS_AHEAD = 64;

    private RegistrationOrder() {}

    /**
     * Right unless one batch tells two things of a person that lie before its last 191 days: then the second is refused, not lost.
     *
     * @param batchDay   empty if nobody knows: then days of one batch are not told apart
     * @param registered since when, of an end
     */
    static int version(
            long sequence, Optional<LocalDate> batchDay, LocalDate day, boolean ends, @Nullable LocalDate registered) {
        int place =
                batchDay.map(base -> placeOf(day, base.plusDays(DAYS_AHEAD))).orElse(0);
        int move = !ends ? 1 : registered != null && registered.isBefore(day) ? 0 : 2;
        return Math.toIntExact(sequence << (DAY_BITS + MOVE_BITS) | (long) place << MOVE_BITS | move);
    }

    private static int placeOf(LocalDate day, LocalDate last) {
        return DAYS - 1 - Math.clamp(ChronoUnit.DAYS.between(day, last), 0, DAYS - 1);
    }
}
