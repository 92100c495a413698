package eu.estafette.hub.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.circuit.CircuitState;
import eu.estafette.hub.delivery.lane.LaneStatus;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way out, over a real broker, with partners that fail on demand. */
class DeliveryIT {

    private static final Duration SOON = Duration.ofSeconds(20);
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
    void eachCasesNoticesArriveInOrderWhileCasesRunSideBySide() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "orderly")) {
            var random = new Random(7);
            rig.partner.answers("orderly", delivery -> {
                pause(random.nextInt(15));
                return FakePartner.DELIVERED;
            });
            rig.send("orderly", 20, 10);

            rig.worker();

            await().atMost(SOON).until(() -> rig.receipts("orderly").size() == 200);
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
            await().atMost(SOON).until(() -> rig.committed("orderly") >= 209);
        }
    }

    @Test
    void aReceiptIsAnEventOnTheCaseAndTheJournalFollowsIt() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "receipted")) {
            Notice notice = Notices.notice("receipted", "C1", 1);
            rig.send(notice);

            rig.worker();

            await().atMost(SOON).until(() -> rig.receipts("receipted").size() == 1);
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

            await().atMost(SOON).until(() -> rig.receipts("lively").size() == 100);
            assertThat(rig.partner.calls("hanging")).hasSize(4);
            LaneStatus status = lane(worker, "hanging");
            assertThat(status.inFlight()).isEqualTo(4);
            assertThat(status.waiting()).isEqualTo(46);
            assertThat(status.oldestSince()).isPresent();
            released.countDown();
            await().atMost(SOON).until(() -> rig.receipts("hanging").size() == 50);
        }
    }

    @Test
    void anOutageCostsNoTryAndEndsByOneProbe() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "failing").with("tries", "1")) {
            var down = new AtomicBoolean(true);
            rig.partner.answers("failing", delivery -> {
                pause(5);
                return down.get() ? unavailable() : FakePartner.DELIVERED;
            });
            rig.send("failing", 30, 3);

            DeliveryWorker worker = rig.worker();

            await().atMost(SOON).until(() -> rig.partner.calls("failing").size() >= 8 + 5);
            LaneStatus status = lane(worker, "failing");
            assertThat(status.circuit()).isIn(CircuitState.OPEN, CircuitState.HALF_OPEN);
            assertThat(status.trouble()).contains("HTTP 503");
            assertThat(rig.calls("failing", FakePartner.Seen::atOnce).subList(8, 13))
                    .containsOnly(1);
            assertThat(rig.calls("failing", FakePartner.Seen::caseId).subList(8, 13))
                    .doesNotHaveDuplicates();
            assertThat(rig.receipts("failing")).isEmpty();
            down.set(false);

            await().atMost(SOON).until(() -> rig.receipts("failing").size() == 90);
            assertThat(rig.dead("failing")).isEmpty();
            assertThat(rig.journal("failing").stream()
                            .filter(entry -> entry.getKind().equals("ATTEMPTED")))
                    .isNotEmpty()
                    .allMatch(entry -> entry.getAttempt() == null && entry.getStatus() == 503);
            await().atMost(SOON).until(() -> lane(worker, "failing").trouble().isEmpty());
        }
    }

    @Test
    void aRefusedNoticeDiesAfterItsTriesWhileAllOthersFlow() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "picky")) {
            rig.partner.answers(
                    "picky",
                    delivery -> delivery.notice().getCaseId().equals("C1")
                                    && delivery.notice().getSequence() == 1
                            ? new Refused("REFUSED", OptionalInt.of(422), "HTTP 422")
                            : FakePartner.DELIVERED);
            rig.send("picky", 5, 2);

            rig.worker();

            await().atMost(SOON).until(() -> rig.receipts("picky").size() == 9);
            Notice refused = Notices.notice("picky", "C1", 1);
            assertThat(rig.calls("picky", FakePartner.Seen::noticeId).stream().filter(refused.getNoticeId()::equals))
                    .hasSize(3);
            assertThat(rig.receipts("picky"))
                    .noneMatch(receipt -> receipt.getBusinessKey().startsWith(refused.getNoticeId()));
            assertThat(rig.journal("picky"))
                    .filteredOn(
                            entry -> entry.getNotices().getFirst().getNoticeId().equals(refused.getNoticeId()))
                    .extracting(JournalEntry::getKind, JournalEntry::getAttempt, JournalEntry::getReason)
                    .containsExactly(
                            tuple("ATTEMPTED", 1, "REFUSED"),
                            tuple("ATTEMPTED", 2, "REFUSED"),
                            tuple("DEAD", 3, "REFUSED"));
            assertThat(rig.dead("picky")).singleElement().satisfies(dead -> {
                assertThat(new String(dead.key(), UTF_8)).isEqualTo(refused.getNoticeId());
                assertThat(dead.value()).isEqualTo(new OwnEncoding().serialize("", refused));
                assertThat(headers(dead)).containsEntry("estafette.failure.case-id", "C1");
            });
            assertThat(rig.meters
                            .get("estafette.dead")
                            .tag("party", "picky")
                            .counter()
                            .count())
                    .isEqualTo(1);
            assertThat(rig.meters
                            .get("estafette.delivered")
                            .tag("party", "picky")
                            .counter()
                            .count())
                    .isEqualTo(9);
        }
    }

    @Test
    void whatNobodyCanReadIsADeadLetterAndItsNeighboursFlow() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "poisoned")) {
            rig.send(Notices.notice("poisoned", "C1", 1));
            rig.sendRaw(onLane("poisoned", "C1", new byte[] {1, 2, 3}));
            rig.sendRaw(onLane("poisoned", null, new byte[] {0}));
            rig.sendRaw(onLane("poisoned", "C1", null));
            rig.sendRaw(onLane("poisoned", "C1", new OwnEncoding().serialize("", Notices.notice("other", "C1", 9))));
            rig.send(Notices.notice("poisoned", "C1", 2));

            rig.worker();

            await().atMost(SOON).until(() -> rig.receipts("poisoned").size() == 2);
            assertThat(rig.calls("poisoned", FakePartner.Seen::sequence)).containsExactly(1, 2);
            await().atMost(SOON).until(() -> rig.dead("poisoned").size() == 4);
            assertThat(rig.dead("poisoned")).allSatisfy(dead -> assertThat(headers(dead))
                    .containsEntry("estafette.failure.code", "UNREADABLE")
                    .containsEntry("estafette.failure.attempts", "0"));
        }
    }

    @Test
    void anAddressThatIsGoneIsCalledNoMore() throws Exception {
        try (var rig = new DeliveryRig(broker, 1, "departed", "staying")) {
            rig.partner.answers("departed", delivery -> new Gone("HTTP 410"));
            rig.send("departed", 3, 1);

            DeliveryWorker worker = rig.worker();

            await().atMost(SOON).until(() -> Optional.ofNullable(worker.lanes().get("departed"))
                    .filter(lane -> lane.circuit() == CircuitState.DISABLED)
                    .isPresent());
            rig.send("departed", 3, 1);
            rig.send("staying", 10, 3);
            await().atMost(SOON).until(() -> rig.receipts("staying").size() == 30);
            assertThat(rig.partner.calls("departed")).hasSize(1);
            assertThat(rig.dead("departed")).isEmpty();
            assertThat(rig.journal("departed"))
                    .extracting(JournalEntry::getReason)
                    .containsExactly("GONE");
            assertThat(rig.meters
                            .get("estafette.circuit.state")
                            .tag("party", "departed")
                            .gauge()
                            .value())
                    .isEqualTo(3);
        }
    }

    private static LaneStatus lane(DeliveryWorker worker, String party) {
        return Optional.ofNullable(worker.lanes().get(party)).orElseThrow();
    }

    private static PartnerTrouble unavailable() {
        return new PartnerTrouble("SERVER_ERROR", OptionalInt.of(503), "HTTP 503", Optional.empty());
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack both
    private static ProducerRecord<byte[], byte[]> onLane(
            String party, @Nullable String caseId, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.lane(party), caseId == null ? null : caseId.getBytes(UTF_8), value);
    }

    /** The partitions in which a topic has this key. */
    private static List<Integer> places(DeliveryRig rig, String topic, String key) {
        return rig.read(topic).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .map(ConsumerRecord::partition)
                .distinct()
                .toList();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        return java.util.Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
