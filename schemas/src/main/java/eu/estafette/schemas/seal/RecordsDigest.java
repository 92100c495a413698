package eu.estafette.schemas.seal;

import eu.estafette.schemas.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over records in the order of their offsets. Of each: offset and timestamp (8 bytes each, big endian), then key, value and, after
 * their number, name and value of each header, every one of these preceded by its length in 4 bytes, -1 where it is absent. So neither a
 * changed byte nor one moved from a key to a value gives the same digest. Not thread-safe.
 */
public final class RecordsDigest {

    private final MessageDigest digest = Sha256.begin();
    private long records;

    public void add(ConsumerRecord<byte[], byte[]> record) {
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(record.offset())
                .putLong(record.timestamp())
                .flip());
        add(record.key());
        add(record.value());
        Header[] headers = record.headers().toArray();
        number(headers.length);
        for (Header header : headers) {
            add(header.key().getBytes(StandardCharsets.UTF_8));
            add(header.value());
        }
        records++;
    }

    /** How many were added. */
    public long records() {
        return records;
    }

    /** The digest of all that was added; more may be added afterwards. */
    public byte[] value() {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private void add(byte @Nullable [] part) {
        if (part == null) {
            number(-1);
        } else {
            number(part.length);
            digest.update(part);
        }
    }

    private void number(int value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).flip());
    }
}
