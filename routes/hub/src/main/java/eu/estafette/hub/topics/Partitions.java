package eu.estafette.hub.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where records go that must meet others of the same key, whatever their own key is and whoever writes them. */
public final class Partitions {

    private Partitions() {}

    /** The partition that Kafka's own partitioner chooses for a key. */
    public static int of(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
