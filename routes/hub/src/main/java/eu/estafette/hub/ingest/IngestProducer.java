package eu.estafette.hub.ingest;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the one producer that all connectors share: idempotent, confirmed by all replicas, and quick to say that Kafka is away. */
final class IngestProducer {

    /** As the topics take: an event of 1 MiB with all that is added to it. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private IngestProducer() {}

    /** @param cluster how to reach it */
    static Producer<String, SpecificRecord> create(
            Map<String, Object> cluster, IngestSettings settings, Serializer<SpecificRecord> values) {
        return new KafkaProducer<>(config(cluster, settings), new StringSerializer(), values);
    }

    static Map<String, Object> config(Map<String, Object> cluster, IngestSettings settings) {
        int giveUpAfter = Math.toIntExact(settings.giveUpAfter().toMillis());
        int linger = Math.toIntExact(settings.linger().toMillis());
        Map<String, Object> config = new HashMap<>(cluster);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, linger);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.blockAtMost().toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, giveUpAfter);
        // leaves room for a second try within the time an event has
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (giveUpAfter - linger) / 2);
        return config;
    }
}
