package eu.estafette.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.lane.LedgerEntry;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** What changes hands, and what does not, when a lane's owner stops, is expelled, fenced, or finds its position gone. */
class LaneOwnershipIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static TestBroker broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new TestBroker();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void aRestartInTheMiddleNeitherLosesNorRepeats() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "restarted")) {
            rig.partner.answers("restarted", delivery -> {
                pause(3);
                return FakePartner.DELIVERED;
            });
            rig.send("restarted", 40, 10);

            for (int restart = 1; restart <= 3; restart++) {
                int enough = restart * 80;
                DeliveryWorker worker = rig.worker();
                await().atMost(SOON).until(() -> rig.partner.calls("restarted").size() >= enough);
                worker.close();
            }
            assertThat(rig.partner.calls("restarted")).hasSizeLessThan(400);
            rig.worker();

            await().atMost(SOON).until(() -> rig.receipts("restarted").size() >= 400);
            assertThat(rig.calls("restarted", FakePartner.Seen::noticeId))
                    .hasSize(400)
                    .doesNotHaveDuplicates();
            assertEachOnce(rig, "restarted", 400);
        }
    }

    @Test
    void onlyTheCallInDoubtIsRepeatedHoweverMuchWasFinishedAboveIt() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "doubtful").with("stop-within", "PT0.1S")) {
            Notice stuck = Notices.notice("doubtful", "C1", 1);
            CountDownLatch released = rig.partner.hangsOn(
                    "doubtful", delivery -> delivery.notice().getNoticeId().equals(stuck.getNoticeId()));
            rig.send("doubtful", 30, 4);
            DeliveryWorker worker = rig.worker();
            await().atMost(SOON).until(() -> rig.receipts("doubtful").size() == 29 * 4);

            worker.close();
            assertThat(rig.committed("doubtful")).isZero();
            LedgerEntry ledger = lastLedgerEntry(rig, "doubtful");
            assertThat(ledger.open()).hasSize(4).startsWith(0L);
            rig.partner.answers("doubtful", delivery -> FakePartner.DELIVERED);
            rig.worker();

            await().atMost(SOON).until(() -> rig.receipts("doubtful").size() == 120);
            released.countDown();
            assertThat(rig.calls("doubtful", FakePartner.Seen::noticeId)).hasSize(121);
            assertThat(rig.calls("doubtful", FakePartner.Seen::noticeId).stream()
                            .filter(stuck.getNoticeId()::equals))
                    .hasSize(2);
            assertEachOnce(rig, "doubtful", 120);
        }
    }

    @Test
    void lanesMoveToANewMemberAndBackWithoutLossOrRepetition() throws Exception {
        List<String> parties = List.of("shared-a", "shared-b", "shared-c", "shared-d");
        try (var rig = new DeliveryRig(broker, 4, parties.toArray(String[]::new))) {
            for (String party : parties) {
                rig.partner.answers(party, delivery -> {
                    pause(10);
                    return FakePartner.DELIVERED;
                });
                rig.send(party, 20, 10);
            }
            DeliveryWorker first = rig.worker();
            await().atMost(SOON).until(() -> rig.partner.calls("shared-d").size() >= 20);

            rig.with("transactional-id", "another-instance");
            DeliveryWorker second = rig.worker();
            await().atMost(SOON).until(() -> !second.lanes().isEmpty());
            assertThat(first.lanes().keySet())
                    .doesNotContainAnyElementsOf(second.lanes().keySet());
            first.close();

            for (String party : parties) {
                await().atMost(SOON).until(() -> rig.receipts(party).size() >= 200);
                assertThat(rig.calls(party, FakePartner.Seen::noticeId))
                        .hasSize(200)
                        .doesNotHaveDuplicates();
                assertEachOnce(rig, party, 200);
            }
            assertThat(rig.partner.overlaps()).isEmpty();
        }
    }

    @Test
    void whatAnExpelledOwnerStillHearsIsIgnored() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "expelled").with("stop-within", "PT0.1S")) {
            CountDownLatch released = rig.partner.hangs("expelled");
            rig.send("expelled", 5, 1);
            rig.worker();
            await().atMost(SOON).until(() -> rig.partner.calls("expelled").size() == 5);

            broker.admin()
                    .removeMembersFromConsumerGroup(rig.groupId(), new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
            rig.partner.answers("expelled", delivery -> FakePartner.DELIVERED);
            // the calls of before still hold five of the eight places in the window; the lane comes back all the same
            await().atMost(SOON).until(() -> rig.receipts("expelled").size() == 5);
            released.countDown();
            rig.send("expelled", 5, 2);

            await().atMost(SOON).until(() -> rig.receipts("expelled").size() >= 15);
            assertThat(rig.calls("expelled", FakePartner.Seen::noticeId)).hasSize(5 + 5 + 10);
        }
    }

    @Test
    void afterItsProducerWasFencedItGoesOnWithWhatItKnows() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "fenced")) {
            rig.partner.answers("fenced", delivery -> {
                pause(3);
                return FakePartner.DELIVERED;
            });
            rig.send("fenced", 40, 10);
            DeliveryWorker worker = rig.worker();

            for (int fencing = 1; fencing <= 2; fencing++) {
                int enough = fencing * 100;
                await().atMost(SOON).until(() -> rig.partner.calls("fenced").size() >= enough);
                fence(rig.transactionalId());
            }

            await().atMost(SOON).until(() -> rig.receipts("fenced").size() >= 400);
            assertThat(rig.calls("fenced", FakePartner.Seen::noticeId))
                    .hasSize(400)
                    .doesNotHaveDuplicates();
            assertEachOnce(rig, "fenced", 400);
            await().atMost(SOON).until(() -> worker.unwrittenSince().isEmpty());
            assertThat(new DeliveryHealth(worker, SOON, Clock.systemUTC())
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
                    .alterConsumerGroupOffsets(
                            rig.groupId(),
                            Map.of(new TopicPartition(Topics.lane("misplaced"), 0), new OffsetAndMetadata(4711)))
                    .all()
                    .get();

            DeliveryWorker worker = rig.worker();

            await().atMost(SOON).until(() -> rig.receipts("placed").size() == 3);
            var halted = Optional.ofNullable(worker.lanes().get("misplaced")).orElseThrow();
            assertThat(halted.halted()).isTrue();
            assertThat(halted.trouble().orElseThrow()).contains("4711");
            assertThat(rig.partner.calls("misplaced")).isEmpty();
            assertThat(new DeliveryHealth(worker, SOON, Clock.systemUTC())
                            .health()
                            .getDetails())
                    .containsEntry("halted", List.of("misplaced"));
        }
    }

    private static void assertEachOnce(DeliveryRig rig, String party, int notices) {
        assertThat(rig.receipts(party))
                .extracting(CaseEvent::getBusinessKey)
                .hasSize(notices)
                .doesNotHaveDuplicates();
        assertThat(rig.journal(party))
                .extracting(JournalEntry::getKind)
                .hasSize(notices)
                .containsOnly("DELIVERED");
    }

    private static LedgerEntry lastLedgerEntry(DeliveryRig rig, String party) {
        ConsumerRecord<byte[], byte[]> last = rig.read(Topics.ledger(party)).getLast();
        assertThat(new String(last.key(), UTF_8)).isEqualTo("0");
        return LedgerEntry.of(last.value());
    }

    /** Takes the transactional id away, as a second hub that was given the same one would. */
    private static void fence(String transactionalId) {
        Map<String, Object> config = new HashMap<>(broker.connection());
        config.put("transactional.id", transactionalId);
        try (var other = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            other.initTransactions();
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
