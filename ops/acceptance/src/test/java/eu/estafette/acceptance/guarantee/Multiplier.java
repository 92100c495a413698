package eu.estafette.acceptance.guarantee;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryDeserializer;
import eu.estafette.schemas.registry.RegistrySerializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes a notice that waits many times over, onto its lane, the topic of all notices and the journal, each as if it were of a case of its
 * own. The router, which would need an hour for a million, is passed by: it knows nothing of the copies, so none may be delivered.
 */
final class Multiplier {

    /** None that there is, so that a copy's event stands in nobody's place. */
    private static final int NOWHERE = 1_000;

    private final Map<String, Object> clients;

    Multiplier(Estate estate) {
        clients = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                estate.kafka(),
                RegistryConfig.URL,
                estate.registry().address(),
                RegistryConfig.SPECIFIC,
                true,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4");
    }

    /** @param notice that waits on this party's lane and is the only one of its decision */
    void multiply(String party, Predicate<Notice> notice, int times) {
        ConsumerRecord<String, SpecificRecord> waiting =
                find("estafette.lane." + party, record -> record instanceof Notice one && notice.test(one));
        Notice one = (Notice) waiting.value();
        JournalEntry decision = (JournalEntry) find(
                        "estafette.journal",
                        record -> record instanceof JournalEntry entry
                                && entry.getKind().equals("DECIDED")
                                && entry.getNotices().size() == 1
                                && entry.getNotices().getFirst().getNoticeId().equals(one.getNoticeId()))
                .value();
        try (var producer =
                new KafkaProducer<>(clients, new StringSerializer(), configured(new RegistrySerializer<>()))) {
            for (int i = 0; i < times; i++) {
                Notice copy = copy(one, i);
                producer.send(new ProducerRecord<>(waiting.topic(), null, copy.getCaseId(), copy, waiting.headers()));
                producer.send(new ProducerRecord<>("estafette.notices", copy.getNoticeId(), copy));
                producer.send(new ProducerRecord<>("estafette.journal", "%024x".formatted(i), copy(decision, copy, i)));
            }
        }
    }

    private static Notice copy(Notice one, int number) {
        return Notice.newBuilder(one)
                .setNoticeId("%s-%d".formatted(one.getNoticeId(), number))
                .setCaseId("%s-%d".formatted(one.getCaseId(), number))
                .setCaseRef("%s-%d".formatted(one.getCaseRef(), number))
                .build();
    }

    private static JournalEntry copy(JournalEntry decision, Notice of, int number) {
        JournalEntry copy = JournalEntry.newBuilder(decision)
                .setCaseId(of.getCaseId())
                .setCaseRef(of.getCaseRef())
                .build();
        copy.getEvent().setId("%s-%d".formatted(copy.getEvent().getId(), number));
        copy.getEvent().setPartition(NOWHERE);
        copy.getEvent().setOffset(number);
        copy.getNotices().getFirst().setNoticeId(of.getNoticeId());
        return copy;
    }

    private ConsumerRecord<String, SpecificRecord> find(String topic, Predicate<SpecificRecord> wanted) {
        try (var consumer = new KafkaConsumer<>(
                clients, new StringDeserializer(), configured(new RegistryDeserializer<SpecificRecord>()))) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                var found = StreamSupport.stream(
                                consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
                        .filter(record -> wanted.test(record.value()))
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw new IllegalStateException("nothing like that on " + topic);
    }

    private RegistrySerializer<SpecificRecord> configured(RegistrySerializer<SpecificRecord> serializer) {
        serializer.configure(clients, false);
        return serializer;
    }

    private RegistryDeserializer<SpecificRecord> configured(RegistryDeserializer<SpecificRecord> deserializer) {
        deserializer.configure(clients, false);
        return deserializer;
    }
}
