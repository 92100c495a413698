package eu.estafette.hub.setup;

import eu.estafette.kit.token.HubSecrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this hub is set up. A missing key stops the start with its name.
 *
 * @param baseUrl     where partners reach it; goes into answer urls
 * @param config      folder whose {@code parties/} and {@code rulesets/} replace the shipped ones
 * @param identifiers {@code production} refuses test numbers; {@code test} takes both kinds
 * @param roles       which flows run in this process
 */
@ConfigurationProperties("estafette")
public record HubSettings(
        URI baseUrl,
        @Nullable Path config,
        @DefaultValue("production") Identifiers identifiers,

        @DefaultValue({"ingest", "router", "delivery", "console"})
        Set<HubRole> roles,

        KafkaSettings kafka,
        RegistrySettings registry,
        HubSecrets secrets) {

    /** Which kind of person and company numbers is taken. */
    public enum Identifiers {
        PRODUCTION,
        TEST
    }

    /** A part of the hub that can run in a process of its own. */
    public enum HubRole {
        INGEST,
        ROUTER,
        DELIVERY,
        CONSOLE
    }

    /**
     * @param createTopics whether the hub makes the topics it misses; true in the local mode only
     * @param properties   further client settings, such as those of TLS and SASL
     */
    public record KafkaSettings(
            String bootstrapServers,
            @DefaultValue("3") int replicationFactor,
            @DefaultValue("false") boolean createTopics,
            @DefaultValue Map<String, String> properties) {

        /** What every client needs to reach the cluster. */
        public Map<String, Object> clients() {
            Map<String, Object> clients = new HashMap<>(properties);
            clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
            return clients;
        }

        /** The same for Kafka Streams, with the replication of what it makes itself. */
        public Map<String, Object> streams() {
            Map<String, Object> streams = clients();
            streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
            return streams;
        }
    }

    /**
     * @param url   of a registry with the Confluent REST API
     * @param user  {@code name:password} where it asks for one
     * @param cache file that remembers ids, so that the hub starts without the registry
     */
    public record RegistrySettings(
            String url, @Nullable String user, @Nullable Path cache) {}
}
