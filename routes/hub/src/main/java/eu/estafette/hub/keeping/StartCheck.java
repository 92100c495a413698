package eu.estafette.hub.keeping;

import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks before any role starts whether settings, broker and topics let the hub keep what it promises to keep. */
final class StartCheck {

    private static final Logger log = LoggerFactory.getLogger(StartCheck.class);
    private static final String OFFSETS_RETENTION = "offsets.retention.minutes";

    private final ClusterFacts cluster;
    private final KeptRecords records;

    StartCheck(ClusterFacts cluster, KeptRecords records) {
        this.cluster = cluster;
        this.records = records;
    }

    /**
     * @param plan        topics that exist by now
     * @param outages     of all parties
     * @param longestWait of the delivery
     * @param group       of the delivery
     * @throws StartRefusedException with all faults at once
     */
    void run(
            Collection<NewTopic> plan,
            KeepingSettings keeping,
            Map<String, Duration> outages,
            Duration longestWait,
            String group) {
        List<String> faults = new ArrayList<>();
        var horizons = new Horizons(
                keeping,
                longestWait,
                retention(plan, Topics.JOURNAL),
                retention(plan, Topics.commands("")),
                offsetsKept(),
                outages);
        faults.addAll(horizons.contradictions());
        faults.addAll(TopicFaults.of(plan, topicConfigs(plan)));
        Map<TopicPartition, OffsetAndMetadata> positions = cluster.positions(group);
        faults.addAll(new DepartedParties(records, positions).withOpenWork(cluster.topics(), outages.keySet()));
        if (!faults.isEmpty()) {
            throw new StartRefusedException(faults);
        }
    }

    private Map<ConfigResource, Config> topicConfigs(Collection<NewTopic> plan) {
        return cluster.configs(plan.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList());
    }

    /** Of the first broker that tells; whoever runs the cluster may forbid the hub to ask. */
    private Optional<Duration> offsetsKept() {
        try {
            List<ConfigResource> brokers = cluster.brokers().stream()
                    .map(id -> new ConfigResource(ConfigResource.Type.BROKER, id))
                    .toList();
            return cluster.configs(brokers).values().stream()
                    .flatMap(config -> Optional.ofNullable(config.get(OFFSETS_RETENTION)).stream())
                    .map(ConfigEntry::value)
                    .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
                    .min(Duration::compareTo);
        } catch (KafkaException e) {
            log.warn("the broker does not tell {}; it must be 400 days at least", OFFSETS_RETENTION, e);
            return Optional.empty();
        }
    }

    private static Duration retention(Collection<NewTopic> plan, String prefix) {
        return plan.stream()
                .filter(topic -> topic.name().startsWith(prefix))
                .flatMap(topic -> Optional.ofNullable(topic.configs().get(TopicConfig.RETENTION_MS_CONFIG)).stream())
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)))
                .filter(Duration::isPositive)
                .min(Duration::compareTo)
                .orElse(Horizons.DEDUP_MEMORY);
    }
}
