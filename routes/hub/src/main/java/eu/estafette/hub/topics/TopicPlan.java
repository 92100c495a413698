package eu.estafette.hub.topics;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.party.Party;
import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Every topic the hub needs, with what must never change (partition counts) and how long it keeps. {@code retention.ms=-1}: only the hub
 * itself removes, and only what has ended.
 */
public final class TopicPlan {

    /** Of all topics keyed by subject: an event, its journal and its case entries meet in one partition number. */
    public static final int SUBJECT_PARTITIONS = 6;

    /** Enough for more processes than there will ever be. */
    public static final int POLLER_PARTITIONS = 32;

    private static final String MAX_MESSAGE_BYTES = Integer.toString(4 * 1024 * 1024);
    private static final String DAYS_400 = Long.toString(400L * 24 * 60 * 60 * 1000);
    private static final String DAYS_30 = Long.toString(30L * 24 * 60 * 60 * 1000);
    private static final String FOREVER = "-1";

    private final short replicationFactor;

    public TopicPlan(int replicationFactor) {
        this.replicationFactor = (short) replicationFactor;
    }

    public List<NewTopic> of(Collection<Party> parties) {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(kept(Topics.EVENTS, SUBJECT_PARTITIONS));
        topics.add(topic(Topics.JOURNAL, SUBJECT_PARTITIONS, Map.of(TopicConfig.RETENTION_MS_CONFIG, DAYS_400)));
        topics.add(kept(Topics.JOURNAL_SEALS, SUBJECT_PARTITIONS));
        topics.add(kept(Topics.RECONCILIATIONS, 1));
        topics.add(compacted(Topics.NOTICES, SUBJECT_PARTITIONS));
        topics.add(compacted(Topics.INVALID, 1));
        topics.add(kept(Topics.POLLERS, POLLER_PARTITIONS));
        topics.add(compacted(Topics.CONNECTOR_STATE, POLLER_PARTITIONS));
        topics.add(topic(Topics.ORIGINALS, SUBJECT_PARTITIONS, Map.of(TopicConfig.RETENTION_MS_CONFIG, DAYS_400)));
        parties.stream().filter(party -> !party.id().equals(PartyId.HUB)).forEach(party -> {
            String id = party.id().value();
            topics.add(kept(Topics.lane(id), party.partitions()));
            topics.add(compacted(Topics.dead(id), party.partitions()));
            topics.add(kept(Topics.ledger(id), party.partitions()));
            topics.add(compacted(Topics.recall(id), party.partitions()));
            topics.add(compacted(Topics.parked(id), party.partitions()));
            topics.add(compacted(Topics.parkState(id), party.partitions()));
            topics.add(
                    topic(Topics.commands(id), party.partitions(), Map.of(TopicConfig.RETENTION_MS_CONFIG, DAYS_30)));
        });
        return topics;
    }

    private NewTopic kept(String name, int partitions) {
        return topic(name, partitions, Map.of(TopicConfig.RETENTION_MS_CONFIG, FOREVER));
    }

    private NewTopic compacted(String name, int partitions) {
        return topic(name, partitions, Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private NewTopic topic(String name, int partitions, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, MAX_MESSAGE_BYTES);
        if (replicationFactor >= 3) {
            all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, partitions, replicationFactor).configs(all);
    }
}
