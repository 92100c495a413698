package eu.estafette.console.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes the ids of selections and commands: UUIDv7, so that they sort by the hub's time. */
final class CommandIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TIMESTAMP_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_A = 0x0FFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private CommandIds() {}

    static String at(Instant now) {
        long high = (now.toEpochMilli() << TIMESTAMP_SHIFT) | VERSION_7 | (RANDOM.nextLong() & RANDOM_A);
        return new UUID(high, VARIANT | (RANDOM.nextLong() & RANDOM_B)).toString();
    }
}
