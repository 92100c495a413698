package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.rig.Waiting.lane;
import static eu.estafette.hub.delivery.rig.Waiting.takes;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static eu.estafette.hub.delivery.rig.Waiting.whileTimePasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Outage;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.actuate.health.Status;

/** What is true of a lane whose owner was expelled, fenced or not heard out, or whose position is gone. */
@ExtendWith(SharedBroker.class)
class LaneFailoverIT {

    private final TestBroker broker;

    LaneFailoverIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void whatAnExpelledOwnerStillHearsIsIgnored() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "expelled").with("stop-within", "PT0.1S")) {
            CountDownLatch released = rig.partner.hangs("expelled");
            rig.send("expelled", 5, 1);
            rig.worker();
            until(() -> rig.partner.calls("expelled").size() == 5);

            rig.partner.answers("expelled", delivery -> FakePartner.DELIVERED);
            broker.expelAll(rig.groupId());
            // the calls of before still hold five of the eight places in the window; the lane comes back all the same
            until(() -> rig.receipts("expelled").size() == 5);
            released.countDown();
            rig.send("expelled", 5, 2);

            until(() -> rig.receipts("expelled").size() >= 15);
            assertThat(rig.calls("expelled", FakePartner.Seen::noticeId)).hasSize(5 + 5 + 10);
            assertThat(rig.receipts("expelled")).hasSize(5 + 10);
        }
    }

    @Test
    void aLaneThatComesBackInTheMiddleOfAnOutageIsProbedAllTheSame() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "returning")) {
            var outage = new Outage(5);
            rig.partner.answers("returning", outage);
            rig.send("returning", 5, 2);
            rig.worker();
            until(() -> rig.partner.calls("returning").size() > 6);
            Set<String> before = broker.members(rig.groupId());

            broker.expelAll(rig.groupId());
            until(() -> anew(broker.members(rig.groupId()), before));
            outage.ends();

            until(() -> rig.receipts("returning").size() == 10);
        }
    }

    @Test
    void afterItsProducerWasFencedItGoesOnWithWhatItKnows() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "fenced")) {
            var fencedTwice = new CountDownLatch(1);
            rig.partner.answers("fenced", delivery -> {
                takes(3);
                if (rig.partner.calls("fenced").size() > 300) {
                    FakePartner.await(fencedTwice);
                }
                return FakePartner.DELIVERED;
            });
            rig.send("fenced", 40, 10);
            DeliveryWorker worker = rig.worker();

            for (int fencing = 1; fencing <= 2; fencing++) {
                int enough = fencing * 100;
                until(() -> rig.partner.calls("fenced").size() >= enough);
                broker.producer(rig.transactionalId()).close();
            }
            fencedTwice.countDown();

            until(() -> rig.receipts("fenced").size() >= 400);
            assertThat(rig.calls("fenced", FakePartner.Seen::noticeId))
                    .hasSize(400)
                    .doesNotHaveDuplicates();
            rig.assertEachOnce("fenced", 400);
            until(() -> worker.unwrittenSince().isEmpty());
            assertThat(new DeliveryHealth(worker, Duration.ofSeconds(30), Clock.systemUTC())
                            .health()
                            .getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    void aLostPositionHaltsItsLaneInSightOfAllWhileOthersFlow() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "misplaced", "placed")) {
            rig.send("misplaced", 3, 1);
            rig.send("placed", 3, 1);
            broker.admin()
                    .alterConsumerGroupOffsets(rig.groupId(), offset("misplaced", 4711))
                    .all()
                    .get();

            DeliveryWorker worker = rig.worker();

            until(() -> rig.receipts("placed").size() == 3);
            until(() -> lane(worker, "misplaced").halted());
            assertThat(lane(worker, "misplaced").trouble().orElseThrow()).contains("4711");
            assertThat(rig.partner.calls("misplaced")).isEmpty();
            assertThat(new DeliveryHealth(worker, Duration.ofSeconds(30), Clock.systemUTC())
                            .health()
                            .getDetails())
                    .containsEntry("halted", List.of("misplaced"));
        }
    }

    @Test
    void theLedgerThatAFormerOwnerMayStillCommitIsWaitedFor() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "inherited");
                Producer<byte[], byte[]> former = broker.producer("former-owner")) {
            rig.send("inherited", 6, 1);
            former.beginTransaction();
            former.send(new ProducerRecord<>(
                    Topics.ledger("inherited"),
                    0,
                    "0".getBytes(UTF_8),
                    "{\"v\":1,\"upTo\":5,\"open\":[2]}".getBytes(UTF_8)));
            former.sendOffsetsToTransaction(offset("inherited", 2), new ConsumerGroupMetadata(rig.groupId()));

            assertNothingIsCalledBefore(former, rig, "inherited");

            until(() -> rig.receipts("inherited").size() == 2);
            assertThat(rig.calls("inherited", FakePartner.Seen::caseId)).containsExactlyInAnyOrder("C3", "C6");
        }
    }

    @Test
    void thePositionThatAFormerOwnerMayStillCommitIsWaitedFor() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "pending");
                Producer<byte[], byte[]> former = broker.producer("former-owner")) {
            rig.send("pending", 6, 1);
            former.beginTransaction();
            former.sendOffsetsToTransaction(offset("pending", 4), new ConsumerGroupMetadata(rig.groupId()));

            assertNothingIsCalledBefore(former, rig, "pending");

            until(() -> rig.receipts("pending").size() == 2);
            assertThat(rig.calls("pending", FakePartner.Seen::caseId)).containsExactlyInAnyOrder("C5", "C6");
        }
    }

    private static void assertNothingIsCalledBefore(Producer<byte[], byte[]> former, DeliveryRig rig, String party) {
        DeliveryWorker worker = rig.worker();
        until(() -> worker.lanes().containsKey(party));
        whileTimePasses(() -> rig.partner.calls(party).isEmpty());
        former.commitTransaction();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offset(String party, long offset) {
        return Map.of(new TopicPartition(Topics.lane(party), 0), new OffsetAndMetadata(offset));
    }

    /** Whether all have their partitions, and none of them is from before. */
    private static boolean anew(Set<String> members, Set<String> before) {
        return !members.isEmpty() && members.stream().noneMatch(before::contains);
    }
}
