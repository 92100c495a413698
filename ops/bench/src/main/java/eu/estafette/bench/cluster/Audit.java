package eu.estafette.bench.cluster;

import eu.estafette.bench.scenario.Counter;
import eu.estafette.bench.scenario.Tally;
import eu.estafette.schemas.Topics;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Counts all that routing wrote. */
final class Audit {

    private static final Set<String> WRITTEN = Set.of(Topics.JOURNAL, Topics.NOTICES, Topics.CASES, Topics.INVALID);

    private final Committed committed;

    Audit(String bootstrapServers) {
        committed = new Committed(bootstrapServers);
    }

    /** @param loaded where the competitor's own records begin on what was filled for it */
    Tally since(Map<TopicPartition, Long> loaded) {
        var counter = new Counter();
        committed.read(
                topic -> WRITTEN.contains(topic)
                        || topic.startsWith(Topics.lane(""))
                        || topic.startsWith(Topics.recall("")),
                loaded,
                record -> counter.add(record.topic(), record.key(), record.value(), record.headers()));
        return counter.tally();
    }
}
