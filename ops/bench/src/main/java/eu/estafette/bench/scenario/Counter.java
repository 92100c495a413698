package eu.estafette.bench.scenario;

import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

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

    /** @param value absent of a tombstone */
    public void add(String topic, String key, byte @Nullable [] value, Headers headers) {
        switch (topic) {
            case Topics.JOURNAL -> journal++;
            case Topics.NOTICES -> notices++;
            case Topics.CASES -> entries++;
            case Topics.INVALID -> invalid++;
            default -> onLanes += isRecall(topic) ? 0 : 1;
        }
        // a sum, so that the order in which topics are read does not matter
        digest += hash(topic, key, value, headers);
    }

    public Tally tally() {
        return new Tally(journal, notices, onLanes, entries, invalid, digest);
    }

    /** @throws IllegalArgumentException if it is no lane either: then nobody should have written there */
    private static boolean isRecall(String topic) {
        return topic.startsWith(Topics.recall("")) || Topics.partyOfLane(topic).isEmpty();
    }

    private static long hash(String topic, String key, byte @Nullable [] value, Headers headers) {
        long named = add(add(FNV_OFFSET, bytes(topic)), bytes(key));
        long hash = value == null ? named : add(named, value);
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
