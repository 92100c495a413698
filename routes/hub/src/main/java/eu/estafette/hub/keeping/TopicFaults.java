package eu.estafette.hub.keeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** Where a topic keeps or forgets otherwise than the plan says, whoever set that. */
final class TopicFaults {

    private static final String FOREVER = "-1";

    private TopicFaults() {}

    static List<String> of(Collection<NewTopic> plan, Map<ConfigResource, Config> found) {
        List<String> faults = new ArrayList<>();
        for (NewTopic planned : plan) {
            @Nullable Config config = found.get(new ConfigResource(ConfigResource.Type.TOPIC, planned.name()));
            if (config != null) {
                compare(planned, config, faults);
            }
        }
        return faults;
    }

    private static void compare(NewTopic planned, Config config, List<String> faults) {
        Map<String, String> wanted = planned.configs() == null ? Map.of() : planned.configs();
        String policy = wanted.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        compare(planned.name(), config, TopicConfig.CLEANUP_POLICY_CONFIG, policy, faults);
        if (policy.equals(TopicConfig.CLEANUP_POLICY_DELETE)) {
            String retention = wanted.getOrDefault(TopicConfig.RETENTION_MS_CONFIG, FOREVER);
            compare(planned.name(), config, TopicConfig.RETENTION_MS_CONFIG, retention, faults);
            // a full disk's worth of open work must not push out the oldest of it
            compare(planned.name(), config, TopicConfig.RETENTION_BYTES_CONFIG, FOREVER, faults);
        }
    }

    private static void compare(String topic, Config config, String key, String wanted, List<String> faults) {
        @Nullable ConfigEntry entry = config.get(key);
        String found = entry == null ? "nothing" : String.valueOf(entry.value());
        if (!found.equals(wanted)) {
            faults.add(key + "=" + found + " of topic " + topic + " contradicts the plan, which needs " + key + "="
                    + wanted);
        }
    }
}
