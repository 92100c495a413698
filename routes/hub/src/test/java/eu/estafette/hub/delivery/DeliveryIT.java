package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.rig.Waiting.lane;
import static eu.estafette.hub.delivery.rig.Waiting.takes;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.circuit.CircuitState;
import eu.estafette.hub.delivery.lane.LaneStatus;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.Outage;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way out, over a real broker, with partners that fail on demand. */
@ExtendWith(SharedBroker.class)
class DeliveryIT {

    private final TestBroker broker;

    DeliveryIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void eachCasesNoticesArriveInOrderWhileCasesRunSideBySide() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "orderly")) {
            var random = new Random(7);
            var windowFull = new CountDownLatch(8);
            rig.partner.answers("orderly", delivery -> {
                // the first wait for each other, so that it is not up to the machine whether the window fills
                windowFull.countDown();
                FakePartner.await(windowFull);
                takes(random.nextInt(15));
                return FakePartner.DELIVERED;
            });
            rig.sendCaseByCase("orderly", 20, 10);

            rig.worker();

            until(() -> rig.receipts("orderly").size() == 200);
            Map<String, List<Integer>> byCase = rig.partner.calls("orderly").stream()
                    .collect(Collectors.groupingBy(
                            FakePartner.Seen::caseId,
                            Collectors.mapping(FakePartner.Seen::sequence, Collectors.toList())));
            assertThat(byCase).hasSize(20).allSatisfy((caseId, sequences) -> assertThat(sequences)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 10).boxed().toList()));
            assertThat(rig.partner.overlaps()).isEmpty();
            assertThat(rig.calls("orderly", FakePartner.Seen::atOnce))
                    .contains(8)
                    .allMatch(atOnce -> atOnce <= 8);
            assertThat(rig.journal("orderly")).hasSize(200).allMatch(entry -> entry.getKind()
                    .equals("DELIVERED"));
            // behind the last notice, or behind the marker of the transaction that brought it
            until(() -> rig.committed("orderly") >= 219);
        }
    }

    @Test
    void aReceiptIsAnEventOnTheCaseAndTheJournalFollowsIt() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "receipted")) {
            Notice notice = Notices.notice("receipted", "C1", 1);
            rig.send(notice);

            rig.worker();

            until(() -> rig.receipts("receipted").size() == 1);
            CaseEvent receipt = rig.receipts("receipted").getFirst();
            assertThat(receipt.getType()).isEqualTo("eu.estafette.case.v1.notice.notify.answered");
            assertThat(receipt.getSource()).isEqualTo("urn:estafette:hub");
            assertThat(receipt.getBusinessKey()).isEqualTo(notice.getNoticeId() + "|TRANSPORT|1");
            assertThat(receipt.getCaseRef()).isEqualTo(notice.getCaseRef());
            JournalEntry entry = rig.journal("receipted").getFirst();
            assertThat(entry.getEvent()).isNull();
            assertThat(entry.getStatus()).isEqualTo(204);
            assertThat(entry.getNotices()).extracting(one -> one.getNoticeId()).containsExactly(notice.getNoticeId());
            String subject = Notices.subject("C1").hex();
            assertThat(places(rig, Topics.EVENTS, subject))
                    .isEqualTo(places(rig, Topics.JOURNAL, subject))
                    .isNotEmpty();
        }
    }

    @Test
    void aHangingPartnerHoldsUpNobodyElse() throws Exception {
        try (var rig = new DeliveryRig(broker, 4, "hanging", "lively")) {
            CountDownLatch released = rig.partner.hangs("hanging");
            rig.send("hanging", 50, 1);
            rig.send("lively", 50, 2);

            DeliveryWorker worker = rig.worker();

            until(() -> rig.receipts("lively").size() == 100);
            until(() -> lane(worker, "hanging").waiting() == 46);
            assertThat(rig.partner.calls("hanging")).hasSize(4);
            LaneStatus status = lane(worker, "hanging");
            assertThat(status.inFlight()).isEqualTo(4);
            assertThat(status.oldestSince()).isPresent();
            released.countDown();
            until(() -> rig.receipts("hanging").size() == 50);
        }
    }

    @Test
    void anOutageCostsNoTryAndEndsByOneProbe() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "failing").with("tries", "1")) {
            var outage = new Outage(8);
            rig.partner.answers("failing", outage);
            rig.send("failing", 30, 3);

            DeliveryWorker worker = rig.worker();

            until(() -> rig.partner.calls("failing").size() >= 8 + 5);
            LaneStatus status = lane(worker, "failing");
            assertThat(status.circuit()).isIn(CircuitState.OPEN, CircuitState.HALF_OPEN);
            assertThat(status.trouble()).contains("HTTP 503");
            assertThat(outage.mostProbing()).isEqualTo(1);
            assertThat(rig.calls("failing", FakePartner.Seen::caseId).subList(8, 13))
                    .doesNotHaveDuplicates();
            assertThat(rig.receipts("failing")).isEmpty();
            outage.ends();

            until(() -> rig.receipts("failing").size() == 90);
            assertThat(rig.dead("failing")).isEmpty();
            assertThat(rig.journal("failing").stream()
                            .filter(entry -> entry.getKind().equals("ATTEMPTED")))
                    .isNotEmpty()
                    .allMatch(entry -> entry.getAttempt() == null && entry.getStatus() == 503);
            until(() -> lane(worker, "failing").trouble().isEmpty());
        }
    }

    @Test
    void whatTheRouterTookBackIsNotDelivered() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "retracted")) {
            rig.sendAndAbort(Notices.notice("retracted", "C1", 1));
            rig.send(Notices.notice("retracted", "C1", 2));

            rig.worker();

            until(() -> rig.receipts("retracted").size() == 1);
            assertThat(rig.calls("retracted", FakePartner.Seen::sequence)).containsExactly(2);
        }
    }

    /** The partitions in which a topic has this key. */
    private static List<Integer> places(DeliveryRig rig, String topic, String key) {
        return rig.read(topic).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .map(ConsumerRecord::partition)
                .distinct()
                .toList();
    }
}
