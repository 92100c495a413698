package eu.estafette.hub.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes that start on a new cluster at the same time. */
@ExtendWith(SharedBroker.class)
class FirstStartIT {

    private final TestBroker broker;

    FirstStartIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void topicsThatAnotherProcessMakesMeanwhileAreThere() {
        // Given
        List<NewTopic> plan = plan("meanwhile-a", "meanwhile-b");
        Admin slow = thatIsOvertaken("createTopics", () -> setup().ensure(plan, true));

        // When
        new TopicSetup(slow).ensure(plan, true);

        // Then
        assertThat(setup().partitionsOf(List.of("meanwhile-a", "meanwhile-b"))).hasSize(4);
    }

    @Test
    void topicsThatAnotherProcessMakesOtherwiseAreRefused() {
        // Given
        Admin slow = thatIsOvertaken(
                "createTopics", () -> setup().ensure(List.of(new NewTopic("otherwise", 5, (short) 1)), true));

        // When / Then
        assertThatThrownBy(() -> new TopicSetup(slow).ensure(plan("otherwise"), true))
                .isInstanceOf(TopicsNotAsPlannedException.class)
                .hasMessageContaining("otherwise has 5 partitions and needs 2");
    }

    @Test
    void aGroupThatAnotherProcessStartsMeanwhileKeepsItsPlace() throws Exception {
        // Given
        setup().ensure(plan("overtaken"), true);
        List<TopicPartition> partitions = setup().partitionsOf(List.of("overtaken"));
        try (var producer = broker.producer("first-start")) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("overtaken", 0, null, "event".getBytes(StandardCharsets.UTF_8)));
            producer.commitTransaction();
        }
        try (Consumer<byte[], byte[]> quicker = member("overtaken-group")) {
            Admin slow = thatIsOvertaken("alterConsumerGroupOffsets", () -> {
                setup().startGroup("overtaken-group", partitions);
                join(quicker, "overtaken");
                quicker.commitSync(Map.of(partitions.getFirst(), new OffsetAndMetadata(1)));
            });

            // When
            new TopicSetup(slow).startGroup("overtaken-group", partitions);

            // Then
            assertThat(broker.committed("overtaken-group", partitions.getFirst()))
                    .isEqualTo(1);
            assertThat(broker.committed("overtaken-group", partitions.getLast()))
                    .isZero();
        }
    }

    @Test
    void ofTwoFirstStartsAtOnceBothBegin() throws Exception {
        for (int round = 1; round <= 5; round++) {
            // Given
            String name = "at-once-" + round;
            var together = new CyclicBarrier(2);

            // When
            List<CompletableFuture<Void>> starts = IntStream.range(0, 2)
                    .mapToObj(process -> CompletableFuture.runAsync(() -> start(name, together)))
                    .toList();

            // Then
            for (CompletableFuture<Void> start : starts) {
                start.get(2, TimeUnit.MINUTES);
            }
            for (TopicPartition partition : setup().partitionsOf(List.of(name))) {
                assertThat(broker.committed(name + "-group", partition)).isZero();
            }
        }
    }

    /** As a hub starts: topics, the group's place, and to work. */
    private void start(String name, CyclicBarrier together) {
        try (Admin own = Admin.create(broker.connection());
                Consumer<byte[], byte[]> member = member(name + "-group")) {
            together.await();
            var setup = new TopicSetup(own);
            setup.ensure(plan(name, name + "-b", name + "-c"), true);
            setup.startGroup(name + "-group", setup.partitionsOf(List.of(name)));
            join(member, name);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Consumer<byte[], byte[]> member, String topic) {
        member.subscribe(List.of(topic));
        while (member.assignment().isEmpty()) {
            member.poll(Duration.ofMillis(100));
        }
    }

    private Consumer<byte[], byte[]> member(String group) {
        Map<String, Object> config = new HashMap<>(broker.connection());
        config.put("group.id", group);
        config.put("auto.offset.reset", "none");
        config.put("enable.auto.commit", false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private TopicSetup setup() {
        return new TopicSetup(broker.admin());
    }

    private static List<NewTopic> plan(String... names) {
        return Stream.of(names).map(name -> new NewTopic(name, 2, (short) 1)).toList();
    }

    /** The broker's admin, but once, right before this call, the other process gets its turn. */
    private Admin thatIsOvertaken(String call, Runnable other) {
        var overtaken = new AtomicBoolean();
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(call) && overtaken.compareAndSet(false, true)) {
                        other.run();
                    }
                    try {
                        return method.invoke(broker.admin(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
