package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.event.CaseEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Makes case ids. The bits that UUIDv7 leaves to chance come from the opening event, so that the same event gives the same id. */
final class CaseIds {

    private static final int TIMESTAMP_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long RANDOM_A = 0x0FFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private CaseIds() {}

    static CaseId of(CaseEvent opener, Instant now) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(opener.source() + "\n" + opener.id()));
        long high = (now.toEpochMilli() << TIMESTAMP_SHIFT) | VERSION_7 | (digest.getLong() & RANDOM_A);
        long low = VARIANT | (digest.getLong() & RANDOM_B);
        return new CaseId("C" + new UUID(high, low));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
