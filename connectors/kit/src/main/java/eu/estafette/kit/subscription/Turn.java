package eu.estafette.kit.subscription;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * When a person was asked about.
 *
 * @param answered the last time that the register answered; {@link Instant#MIN} for never
 * @param tried    the last time it was asked
 */
record Turn(Instant answered, Instant tried) {

    static final Turn NEVER = new Turn(Instant.MIN, Instant.MIN);

    Turn failed(Instant now) {
        return new Turn(answered, now);
    }

    static Turn answeredAt(Instant now) {
        return new Turn(now, now);
    }

    byte[] bytes() {
        return (answered + ";" + tried).getBytes(StandardCharsets.UTF_8);
    }

    static Turn of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(";", -1);
        return new Turn(Instant.parse(parts[0]), Instant.parse(parts[1]));
    }
}
