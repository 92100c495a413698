package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.rig.Waiting.takes;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.lane.LedgerEntry;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What changes hands, and what does not, when a lane's owner stops in good order. */
@ExtendWith(SharedBroker.class)
class LaneOwnershipIT {

    private final TestBroker broker;

    LaneOwnershipIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void aRestartInTheMiddleNeitherLosesNorRepeats() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "restarted")) {
            var enough = new AtomicInteger();
            rig.partner.answers("restarted", delivery -> {
                // slow from there on, so that the restart comes in the middle on a slow machine, too
                takes(rig.partner.calls("restarted").size() < enough.get() ? 3 : 500);
                return FakePartner.DELIVERED;
            });
            rig.send("restarted", 40, 10);

            for (int restart = 1; restart <= 3; restart++) {
                enough.set(restart * 80);
                DeliveryWorker worker = rig.worker();
                until(() -> rig.partner.calls("restarted").size() >= enough.get());
                worker.close();
            }
            assertThat(rig.partner.calls("restarted")).hasSizeLessThan(400);
            enough.set(400);
            rig.worker();

            until(() -> rig.receipts("restarted").size() >= 400);
            assertThat(rig.calls("restarted", FakePartner.Seen::noticeId))
                    .hasSize(400)
                    .doesNotHaveDuplicates();
            rig.assertEachOnce("restarted", 400);
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
            until(() -> rig.receipts("doubtful").size() == 29 * 4);

            worker.close();
            assertThat(rig.committed("doubtful")).isZero();
            LedgerEntry ledger = lastLedgerEntry(rig, "doubtful");
            assertThat(ledger.open()).hasSize(4).startsWith(0L);
            rig.partner.answers("doubtful", delivery -> FakePartner.DELIVERED);
            rig.worker();

            until(() -> rig.receipts("doubtful").size() == 120);
            released.countDown();
            assertThat(rig.calls("doubtful", FakePartner.Seen::noticeId)).hasSize(121);
            assertThat(rig.calls("doubtful", FakePartner.Seen::noticeId).stream()
                            .filter(stuck.getNoticeId()::equals))
                    .hasSize(2);
            rig.assertEachOnce("doubtful", 120);
        }
    }

    @Test
    void lanesMoveToANewMemberAndBackWithoutLossOrRepetition() throws Exception {
        List<String> parties = List.of("shared-a", "shared-b", "shared-c", "shared-d");
        try (var rig = new DeliveryRig(broker, 4, parties.toArray(String[]::new))) {
            for (String party : parties) {
                rig.partner.answers(party, delivery -> {
                    takes(10);
                    return FakePartner.DELIVERED;
                });
                rig.send(party, 20, 10);
            }
            DeliveryWorker first = rig.worker();
            until(() -> rig.partner.calls("shared-d").size() >= 20);

            rig.with("transactional-id", "another-instance");
            DeliveryWorker second = rig.worker();
            until(() -> !second.lanes().isEmpty());
            until(() ->
                    Collections.disjoint(first.lanes().keySet(), second.lanes().keySet()));
            first.close();

            for (String party : parties) {
                until(() -> rig.receipts(party).size() >= 200);
                assertThat(rig.calls(party, FakePartner.Seen::noticeId))
                        .hasSize(200)
                        .doesNotHaveDuplicates();
                rig.assertEachOnce(party, 200);
            }
            assertThat(rig.partner.overlaps()).isEmpty();
        }
    }

    private static LedgerEntry lastLedgerEntry(DeliveryRig rig, String party) {
        ConsumerRecord<byte[], byte[]> last = rig.read(Topics.ledger(party)).getLast();
        assertThat(new String(last.key(), UTF_8)).isEqualTo("0");
        return LedgerEntry.of(last.value());
    }
}
