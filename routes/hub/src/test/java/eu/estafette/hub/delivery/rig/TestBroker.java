package eu.estafette.hub.delivery.rig;

import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker in this JVM, with the topics that all parties share. */
public final class TestBroker implements AutoCloseable {

    static final int EVENT_PARTITIONS = 6;

    private static final Duration MARKS = Duration.ofSeconds(1);

    private final KafkaClusterTestKit kafka;
    private final Admin admin;

    public TestBroker() throws Exception {
        this(true);
    }

    /** @param combined with its controller; only one that stands beside it can go away and come back */
    public TestBroker(boolean combined) throws Exception {
        kafka = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(combined)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .setConfigProp("auto.create.topics.enable", "false")
                .build();
        kafka.format();
        kafka.startup();
        kafka.waitForReadyBrokers();
        admin = Admin.create(connection());
        create(List.of(
                new NewTopic(Topics.EVENTS, EVENT_PARTITIONS, (short) 1),
                new NewTopic(Topics.JOURNAL, EVENT_PARTITIONS, (short) 1)));
    }

    public Map<String, Object> connection() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    public Admin admin() {
        return admin;
    }

    /** @param transactionalId taken away from whoever has it, as a second hub that was given the same one would */
    public Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> config = new HashMap<>(connection());
        config.put("transactional.id", transactionalId);
        var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    /**
     * All that is committed on a topic, from its beginning. A commit is confirmed before its mark is on every partition, so what stands
     * behind the last mark is waited for, but not for long: it may be of a transaction that nobody ends.
     */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = consumer("read_committed");
                var all = consumer("read_uncommitted")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> written = all.endOffsets(partitions);
            Map<TopicPartition, Long> marked = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            long patience = System.nanoTime() + MARKS.toNanos();
            while (isBehind(consumer, marked) || isBehind(consumer, written) && System.nanoTime() < patience) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    private static boolean isBehind(Consumer<?, ?> consumer, Map<TopicPartition, Long> end) {
        return end.entrySet().stream().anyMatch(one -> consumer.position(one.getKey()) < one.getValue());
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> config = new HashMap<>(connection());
        config.put("isolation.level", isolation);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Where a group goes on with a partition; -1 where it committed nothing. */
    public long committed(String group, TopicPartition partition) throws Exception {
        OffsetAndMetadata committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(partition);
        return committed == null ? -1 : committed.offset();
    }

    /** The ids of a group's members, if all of them have their partitions. */
    public Set<String> members(String group) throws Exception {
        ConsumerGroupDescription description = admin.describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .get();
        return description.groupState() == GroupState.STABLE
                ? description.members().stream()
                        .map(MemberDescription::consumerId)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Takes all lanes away from a group's members. They may join again. */
    public void expelAll(String group) throws Exception {
        admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                .all()
                .get();
    }

    public void goAway() {
        var broker = kafka.brokers().values().iterator().next();
        broker.shutdown();
        broker.awaitShutdown();
    }

    public void comeBack() {
        kafka.brokers().values().iterator().next().startup();
    }

    /** Topics of the hub as a hub would make them, unless they are there. */
    public void createAsPlanned(String... topics) throws Exception {
        Set<String> there = admin.listTopics().names().get();
        Set<String> wanted = Set.of(topics);
        create(new TopicPlan(1)
                .of(List.of()).stream()
                        .filter(topic -> wanted.contains(topic.name()) && !there.contains(topic.name()))
                        .toList());
    }

    /** The topics that a party has of its own. */
    void createTopicsOf(List<String> parties, int partitions) throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (String party : parties) {
            topics.add(new NewTopic(Topics.lane(party), partitions, (short) 1));
            topics.add(new NewTopic(Topics.ledger(party), partitions, (short) 1));
            topics.add(new NewTopic(Topics.commands(party), partitions, (short) 1));
            for (String compacted :
                    List.of(Topics.recall(party), Topics.dead(party), Topics.parked(party), Topics.parkState(party))) {
                topics.add(new NewTopic(compacted, partitions, (short) 1).configs(Map.of("cleanup.policy", "compact")));
            }
        }
        create(topics);
    }

    private void create(List<NewTopic> topics) throws Exception {
        admin.createTopics(topics).all().get();
    }

    @Override
    public void close() throws Exception {
        admin.close();
        kafka.close();
    }
}
