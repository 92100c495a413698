package eu.estafette.hub.router;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the router: Kafka Streams, exactly once, in this process. */
public final class RouterFlow implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RouterFlow.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final Router router;
    private final DueWatch watch;
    private final RouterSettings settings;
    private final Map<String, Object> kafka;
    private final BiFunction<Topology, StreamsConfig, KafkaStreams> making;
    private @Nullable KafkaStreams streams;

    /** @param kafka how to reach the cluster, and its replication factor */
    public RouterFlow(Router router, DueWatch watch, RouterSettings settings, Map<String, Object> kafka) {
        this(router, watch, settings, kafka, KafkaStreams::new);
    }

    /** @param making Kafka Streams of these, with whatever clients */
    RouterFlow(
            Router router,
            DueWatch watch,
            RouterSettings settings,
            Map<String, Object> kafka,
            BiFunction<Topology, StreamsConfig, KafkaStreams> making) {
        this.router = router;
        this.watch = watch;
        this.settings = settings;
        this.kafka = Map.copyOf(kafka);
        this.making = making;
    }

    @Override
    public void start() {
        var started = making.apply(RouterTopology.of(router, watch), new StreamsConfig(streamsSettings()));
        started.setUncaughtExceptionHandler(failure -> {
            log.atError()
                    .setCause(failure)
                    .log("router thread failed; it is replaced and goes on from the last commit");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        started.setStateListener((now, before) ->
                log.atInfo().addKeyValue("from", before).addKeyValue("to", now).log("router"));
        started.start();
        streams = started;
    }

    @Override
    public void stop() {
        if (streams != null) {
            streams.close(new KafkaStreams.CloseOptions().timeout(CLOSE_TIMEOUT).leaveGroup(true));
            streams = null;
        }
    }

    @Override
    public boolean isRunning() {
        return streams != null;
    }

    /** What Kafka Streams says of it; absent while it does not run. */
    Optional<KafkaStreams.State> state() {
        return Optional.ofNullable(streams).map(KafkaStreams::state);
    }

    Map<String, Object> streamsSettings() {
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, RouterSettings.APPLICATION_ID);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        int replicas = (int) kafka.getOrDefault(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        all.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicasWith(replicas));
        all.put(StreamsConfig.consumerPrefix(CommonClientConfigs.SESSION_TIMEOUT_MS_CONFIG), (int)
                settings.sessionTimeout().toMillis());
        all.put(StreamsConfig.consumerPrefix(CommonClientConfigs.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                settings.sessionTimeout().dividedBy(3).toMillis());
        all.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "none");
        all.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                settings.transactionTimeout().toMillis());
        all.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 4 * 1024 * 1024);
        all.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), 4 * 1024 * 1024);
        return all;
    }
}
