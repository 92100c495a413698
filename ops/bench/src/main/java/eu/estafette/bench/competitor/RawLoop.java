package eu.estafette.bench.competitor;

import eu.estafette.bench.scenario.Places;
import eu.estafette.bench.scenario.Recorded;
import eu.estafette.hub.router.Router;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The least that exactly-once takes: one consumer, one transactional producer, the cases in a map, each change also on the changelog. What
 * a router needs beside that (rebalancing with its state, standby, recovery after an abort) is not here; a failure ends it.
 */
final class RawLoop implements Competitor {

    private static final long COMMIT_NANOS = Duration.ofMillis(25).toNanos();
    private static final Duration POLL = Duration.ofMillis(25);

    private final Router router;
    private final String bootstrapServers;
    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    private final Thread thread = new Thread(this::run, "raw-loop");
    private boolean inTransaction;
    private long lastCommit;
    private long routed;
    private volatile long settled;

    RawLoop(String bootstrapServers, Router router) {
        this.router = router;
        this.bootstrapServers = bootstrapServers;
        this.consumer = new KafkaConsumer<>(
                LoopSettings.consumer(bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(
                LoopSettings.producer(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void start() {
        producer.initTransactions();
        consumer.subscribe(List.of(Topics.EVENTS));
        thread.start();
    }

    @Override
    public long settled() {
        return settled;
    }

    private void run() {
        CaseStore cases = router.open(new Recorded(CaseMap.restore(bootstrapServers), this::log));
        try {
            while (true) {
                consumer.poll(POLL).forEach(record -> {
                    route(cases, record);
                    commitIfDue();
                });
                commitIfDue();
            }
        } catch (WakeupException asked) {
            // by close(), when all is done
        } finally {
            consumer.close();
            producer.close();
        }
    }

    private void route(CaseStore cases, ConsumerRecord<String, byte[]> record) {
        if (!inTransaction) {
            producer.beginTransaction();
            inTransaction = true;
        }
        var event = new Incoming(record.key(), record.value(), record.headers(), record.partition(), record.offset());
        router.route(cases, event)
                .forEach(outgoing -> producer.send(new ProducerRecord<>(
                        outgoing.topic(),
                        null,
                        record.timestamp(),
                        outgoing.key(),
                        outgoing.value(),
                        outgoing.headers())));
        done.put(new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        routed++;
    }

    private void log(String key, byte[] entry) {
        producer.send(new ProducerRecord<>(Topics.CASES, Places.partitionOfEntry(key), key, entry));
    }

    private void commitIfDue() {
        if (inTransaction && System.nanoTime() - lastCommit >= COMMIT_NANOS) {
            producer.sendOffsetsToTransaction(done, consumer.groupMetadata());
            producer.commitTransaction();
            done.clear();
            inTransaction = false;
            settled = routed;
            lastCommit = System.nanoTime();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
