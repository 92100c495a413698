package eu.estafette.bench.scenario;

import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.kit.token.SubjectKey;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where events come to lie when they are written in order by one producer: partition by key, offsets from 0. */
public final class Places {

    private static final int KEY_LENGTH = 24;

    private final long[] next = new long[TopicPlan.SUBJECT_PARTITIONS];

    Places() {}

    /** The offset that the next event of this partition gets. */
    long take(int partition) {
        return next[partition]++;
    }

    static int partitionOf(SubjectKey subject) {
        return partition(subject.hex());
    }

    /** Entries lie in the partition of their subject's events, as Kafka Streams keeps them. */
    public static int partitionOfEntry(String key) {
        return partition(key.substring(0, KEY_LENGTH));
    }

    private static int partition(String subject) {
        return Utils.toPositive(Utils.murmur2(subject.getBytes(StandardCharsets.UTF_8))) % TopicPlan.SUBJECT_PARTITIONS;
    }
}
