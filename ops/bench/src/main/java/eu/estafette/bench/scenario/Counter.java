package eu.estafette.bench.scenario;

import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Adds records up to a {@link Tally}; not thread-safe. */
public final class Counter {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long journal;
    private long notices;
    private long onLanes;
    private long entries;
    private long invalid;
    private long digest;

    public void add(String topic, String key, byte[] value, Headers headers) {
        switch (topic) {
            case Topics.JOURNAL -> journal++;
            case Topics.NOTICES -> notices++;
            case Topics.CASES -> entries++;
            case Topics.INVALID -> invalid++;
            default -> {
                Topics.partyOfLane(topic);
                onLanes++;
            }
        }
        // a sum, so that the order in which topics are read does not matter
        digest += hash(topic, key, value, headers);
    }

    public Tally tally() {
        return new Tally(journal, notices, onLanes, entries, invalid, digest);
    }

    private static long hash(String topic, String key, byte[] value, Headers headers) {
        long hash = add(add(add(FNV_OFFSET, bytes(topic)), bytes(key)), value);
        for (Header header : byName(headers).toList()) {
            hash = add(add(hash, bytes(header.key())), header.value());
        }
        return hash;
    }

    private static Stream<Header> byName(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false).sorted(Comparator.comparing(Header::key));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long add(long before, byte[] bytes) {
        long hash = (before ^ bytes.length) * FNV_PRIME;
        for (byte one : bytes) {
            hash = (hash ^ one) * FNV_PRIME;
        }
        return hash;
    }
}
