package eu.estafette.local.broker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes and reads one topic of one partition, in transactions. */
record Records(String bootstrapServers, String topic) {

    private static TopicPartition firstOf(String topic) {
        return new TopicPartition(topic, 0);
    }

    Records create() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        return this;
    }

    void commit(String... values) {
        try (var producer = producer()) {
            producer.beginTransaction();
            send(producer, values);
            producer.commitTransaction();
        }
    }

    void abort(String... values) {
        try (var producer = producer()) {
            producer.beginTransaction();
            send(producer, values);
            producer.flush();
            producer.abortTransaction();
        }
    }

    /** A commit is answered before its marker is written, so its records show a little later. */
    void awaitCommitted(String... expected) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(committed()).containsExactly(expected));
    }

    private List<String> committed() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = firstOf(topic);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
            return values;
        }
    }

    private KafkaProducer<String, String> producer() {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "transactional.id", "writer"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private void send(KafkaProducer<String, String> producer, String... values) {
        for (var value : values) {
            var ignored = producer.send(new ProducerRecord<>(topic, 0, null, value));
        }
    }
}
