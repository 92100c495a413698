package eu.estafette.bench.cluster;

import eu.estafette.bench.scenario.Dataset;
import eu.estafette.bench.scenario.Parties;
import eu.estafette.bench.scenario.Places;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the hub's topics and writes a dataset to them: its state as the changelog of the case store, its events as a backlog. */
final class Loader {

    private final Map<String, Object> clients;

    Loader(Map<String, Object> clients) {
        this.clients = clients;
    }

    /** Durable on return. Gives the end of each partition of the changelog, where the competitors' own writing begins. */
    Map<TopicPartition, Long> load(Dataset dataset, int events) {
        makeTopics();
        Map<TopicPartition, Long> ends = new HashMap<>();
        var failure = new AtomicReference<Exception>();
        Callback check = (place, fault) -> Optional.ofNullable(fault).ifPresent(failure::set);
        try (var producer =
                new KafkaProducer<>(producerSettings(), new StringSerializer(), new ByteArraySerializer())) {
            dataset.state().forEach((key, value) -> {
                var partition = new TopicPartition(Topics.CASES, Places.partitionOfEntry(key));
                producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), key, value), check);
                ends.merge(partition, 1L, Long::sum);
            });
            dataset.events()
                    .subList(0, events)
                    .forEach(event -> producer.send(
                            new ProducerRecord<>(
                                    Topics.EVENTS, event.partition(), event.key(), event.value(), event.headers()),
                            check));
        }
        if (failure.get() != null) {
            throw new IllegalStateException("The dataset is not on its topics", failure.get());
        }
        return ends;
    }

    private void makeTopics() {
        List<NewTopic> plan =
                new ArrayList<>(new TopicPlan(1).of(Parties.registry().all()));
        plan.add(new NewTopic(Topics.CASES, TopicPlan.SUBJECT_PARTITIONS, (short) 1)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));
        try (Admin admin = Admin.create(clients)) {
            var setup = new TopicSetup(admin);
            setup.ensure(plan, true);
            awaitLeaders(
                    admin, setup.partitionsOf(plan.stream().map(NewTopic::name).toList()));
        }
    }

    /**
     * A topic that was just made may not be led yet. An idempotent producer of several requests in flight can then have its second batch
     * accepted before its first, which from there on is out of order.
     */
    private static void awaitLeaders(Admin admin, List<TopicPartition> partitions) {
        admin.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private Map<String, Object> producerSettings() {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        return settings;
    }
}
