package eu.estafette.hub.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.hub.delivery.lane.Call;
import eu.estafette.hub.delivery.lane.Calling;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LaneStart;
import eu.estafette.hub.delivery.lane.LedgerEntry;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What is written together, and what becomes of it where writing fails. */
class ResultsTest {

    private static final DeliveryResult DELIVERED = new Delivered(OptionalInt.of(204));
    private static final DeliveryResult REFUSED = new Refused("REFUSED", OptionalInt.of(422), "HTTP 422");
    private static final DeliveryResult TROUBLE =
            new PartnerTrouble("SERVER_ERROR", OptionalInt.of(503), "HTTP 503", Optional.empty());

    private final Calling calling = new Calling(8);
    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final Map<TopicPartition, LaneStart> written = new HashMap<>();
    private final List<String> counted = new ArrayList<>();
    private final Results results = new Results(
            new ResultWriter(this::producer),
            new ResultRecords(new OwnEncoding(), new PayloadCodec(Contracts.shipped()), "group"),
            partitions -> written,
            new Consequences(calling.clocks, Duration.ofSeconds(10), counting()),
            2);

    @Test
    void allOfABatchIsWrittenInOneTransactionWithTheOffsetsToGoOnFrom() {
        results.open();
        List<Call> calls = startCases(3);
        end(calls.get(1), DELIVERED);
        end(calls.get(2), REFUSED);

        results.write(owner());

        assertThat(topics()).containsExactly(Topics.EVENTS, Topics.JOURNAL, Topics.JOURNAL, ledgerTopic());
        assertThat(offsets()).isEqualTo(0);
        assertThat(LedgerEntry.of(last().value()).open()).containsExactly(0L);
        assertThat(LedgerEntry.of(last().value()).upTo()).isEqualTo(2);
        assertThat(counted).containsExactly("delivered");
    }

    @Test
    void nothingIsToldInTheLedgerThatTheOffsetTells() {
        results.open();
        List<Call> calls = startCases(2);
        calls.forEach(call -> end(call, DELIVERED));

        results.write(owner());

        assertThat(topics()).doesNotContain(ledgerTopic());
        assertThat(offsets()).isEqualTo(2);
    }

    @Test
    void offsetsGoWithABatchThatFinishesNothingBecauseTheyFence() {
        results.open();
        end(startCases(1).getFirst(), TROUBLE);

        results.write(owner());

        assertThat(topics()).containsExactly(Topics.JOURNAL);
        assertThat(offsets()).isZero();
    }

    @Test
    void aRefusedNoticeWaitsForItsNextTryAndThenDies() {
        results.open();
        calling.read("C1", 1);
        calling.read("C1", 2);
        end(calling.start().getFirst(), REFUSED);
        results.write(owner());
        assertThat(calling.start()).isEmpty();

        calling.time.passes(Duration.ofSeconds(10));
        end(calling.start().getFirst(), REFUSED);
        results.write(owner());

        assertThat(topics()).contains(Topics.dead(Calling.PARTY));
        assertThat(counted).containsExactly("dead");
        assertThat(calling.start())
                .singleElement()
                .satisfies(next -> assertThat(next.record().offset()).isEqualTo(1));
    }

    @Test
    void whatWasAskedBackEndsWithItsRecallAndTheCasesNextGoes() {
        results.open();
        calling.read("C1", 1);
        calling.read("C1", 2);

        results.add(calling.caught(calling.start().getFirst(), 1));
        results.write(owner());

        assertThat(topics()).containsExactly(Topics.EVENTS, Topics.recall(Calling.PARTY), Topics.JOURNAL);
        assertThat(offsets()).isEqualTo(1);
        assertThat(counted).containsExactly("withdrawn");
        assertThat(calling.start())
                .singleElement()
                .satisfies(next -> assertThat(next.record().offset()).isEqualTo(1));
    }

    @Test
    void whatWasAskedBackWhileItsReceiverRefusedItIsNoDeadLetter() {
        results.open();
        Call call = startCases(1).getFirst();
        end(call, REFUSED);
        results.write(owner());
        calling.time.passes(Duration.ofSeconds(10));
        Call last = calling.start().getFirst();
        Ended refused = calling.ended(last, 1, REFUSED);
        calling.partition.recall(refused.notice().orElseThrow().notice().getNoticeId());

        results.add(refused);
        results.write(owner());

        assertThat(topics()).contains(Topics.recall(Calling.PARTY)).doesNotContain(Topics.dead(Calling.PARTY));
        assertThat(counted).containsExactly("withdrawn");
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenAfterTheProducerWasOpenedAnew() {
        results.open();
        end(startCases(1).getFirst(), DELIVERED);
        producers.getLast().commitTransactionException = new KafkaException("away");
        assertThatThrownBy(() -> results.write(owner())).isInstanceOf(KafkaException.class);
        assertThat(results.isOpen()).isFalse();
        assertThat(counted).isEmpty();
        written.put(calling.partition.id(), Calling.start(0, LedgerEntry.NOTHING, "another transaction"));

        results.open();
        results.write(owner());

        assertThat(producers).hasSize(2);
        assertThat(topics()).containsExactly(Topics.EVENTS, Topics.JOURNAL);
        assertThat(counted).containsExactly("delivered");
    }

    @Test
    void whatWasWrittenThoughItLookedOtherwiseIsNotWrittenTwice() {
        results.open();
        List<Call> calls = startCases(3);
        end(calls.get(0), DELIVERED);
        end(calls.get(2), DELIVERED);
        MockProducer<byte[], byte[]> cutOff = producers.getLast();
        cutOff.commitTransactionException = new KafkaException("no answer to the commit");
        assertThatThrownBy(() -> results.write(owner())).isInstanceOf(KafkaException.class);
        end(calls.get(1), DELIVERED);
        written.put(calling.partition.id(), Calling.start(1, LedgerEntry.NOTHING, attempted(cutOff)));

        results.open();

        assertThat(results.size()).isEqualTo(1);
        assertThat(counted).containsExactly("delivered", "delivered");
        results.write(owner());
        assertThat(topics()).containsExactly(Topics.EVENTS, Topics.JOURNAL);
        assertThat(offsets()).isEqualTo(3);
    }

    /** The id of the transaction that the producer could not end. */
    private static String attempted(MockProducer<byte[], byte[]> producer) {
        return producer.uncommittedOffsets().values().stream()
                .flatMap(group -> group.values().stream())
                .map(offset -> offset.metadata().replace("open:", ""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLateResultOfAPartitionThatWasReleasedIsIgnored() {
        results.open();
        List<Call> calls = startCases(2);
        end(calls.get(0), DELIVERED);

        calling.partition.tenure().release();
        results.forgetReleased();
        end(calls.get(1), DELIVERED);

        assertThat(results.size()).isZero();
    }

    private List<Call> startCases(int cases) {
        for (int one = 1; one <= cases; one++) {
            calling.read("C" + one, 1);
        }
        return calling.start();
    }

    private void end(Call call, DeliveryResult result) {
        results.add(calling.ended(call, 1, result));
    }

    private List<String> topics() {
        return producers.getLast().history().stream().map(ProducerRecord::topic).toList();
    }

    private ProducerRecord<byte[], byte[]> last() {
        return producers.getLast().history().getLast();
    }

    private long offsets() {
        return producers.getLast().consumerGroupOffsetsHistory().getLast().values().stream()
                .flatMap(group -> group.values().stream())
                .mapToLong(OffsetAndMetadata::offset)
                .findFirst()
                .orElseThrow();
    }

    private static String ledgerTopic() {
        return Topics.ledger(Calling.PARTY);
    }

    private static ConsumerGroupMetadata owner() {
        return new ConsumerGroupMetadata("group");
    }

    private MockProducer<byte[], byte[]> producer() {
        var node = new Node(0, "localhost", 9);
        var topic = new PartitionInfo(Topics.EVENTS, 0, node, new Node[] {node}, new Node[] {node});
        var cluster = new Cluster("c", List.of(node), List.of(topic), java.util.Set.of(), java.util.Set.of());
        var producer = new MockProducer<>(cluster, true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    private DeliveryCount counting() {
        return new DeliveryCount() {
            @Override
            public void delivered(String party) {
                counted.add("delivered");
            }

            @Override
            public void dead(String party) {
                counted.add("dead");
            }

            @Override
            public void withdrawn(String party) {
                counted.add("withdrawn");
            }
        };
    }
}
