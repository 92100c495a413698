package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.rig.Waiting.until;
import static eu.estafette.hub.delivery.rig.Waiting.whileTimePasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was asked back before its call began is never sent; what was asked back later is told to have arrived. */
@ExtendWith(SharedBroker.class)
class RecallIT {

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final TestBroker broker;

    RecallIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void whatWasAskedBackWhileItsReceiverWasDownIsNeverSent() throws Exception {
        try (var rig = new DeliveryRig(broker, 2, "down")) {
            // Given
            var up = new AtomicBoolean();
            rig.partner.answers("down", any -> up.get() ? FakePartner.DELIVERED : FakePartner.UNAVAILABLE);
            List<Notice> notices = notices("down", 6);
            rig.send(notices.toArray(Notice[]::new));
            DeliveryWorker worker = rig.worker();
            until(() -> rig.partner.calls("down").size() >= 10);

            // When
            Notice tried = notices.get(0);
            Notice neverTried = Notices.notice("down", "C1", 2);
            rig.send(neverTried);
            rig.recall(tried, neverTried);
            worker.close();
            int calls = callsOf(rig, tried);
            rig.worker();
            up.set(true);

            // Then
            until(() -> rig.receipts("down").size() == 7);
            assertThat(answerOf(rig, tried)).isEqualTo("DECLINED WITHDRAWN");
            assertThat(answerOf(rig, neverTried)).isEqualTo("DECLINED WITHDRAWN");
            assertThat(answerOf(rig, notices.get(1))).isEmpty();
            assertThat(callsOf(rig, tried)).isEqualTo(calls);
            assertThat(callsOf(rig, neverTried)).isZero();
            assertThat(kindsOf(rig, tried)).last().isEqualTo("WITHDRAWN");
            assertThat(rig.committed("down")).isGreaterThanOrEqualTo(7);
            assertResolved(rig, tried);
            assertResolved(rig, neverTried);
            assertThat(rig.meters
                            .counter("estafette.withdrawn", "party", "down")
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void aRecallThatIsCommittedWithItsNoticeIsSeenBeforeTheCallEvenIfWritingFails() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "atonce")) {
            // Given
            rig.worker();
            Notice first = Notices.notice("atonce", "C0", 1);
            rig.send(first);
            until(() -> rig.receipts("atonce").size() == 1);

            // When
            for (Notice notice : notices("atonce", 120)) {
                rig.sendAndRecall(notice);
                if (notice.getCaseId().endsWith("50")) {
                    broker.producer(rig.transactionalId()).close();
                }
            }

            // Then
            until(() -> rig.receipts("atonce").size() >= 121);
            assertThat(rig.calls("atonce", FakePartner.Seen::noticeId)).containsExactly(first.getNoticeId());
            assertThat(rig.receipts("atonce"))
                    .extracting(CaseEvent::getId)
                    .hasSize(121)
                    .doesNotHaveDuplicates();
            assertThat(rig.journal("atonce").stream().map(JournalEntry::getKind))
                    .hasSize(121);
        }
    }

    @Test
    void aRecallThatMayStillBeCommittedIsWaitedForAndHoldsUpNobodyElse() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "undecided", "bystander");
                Producer<byte[], byte[]> router = broker.producer("another-router")) {
            // Given
            Notice notice = Notices.notice("undecided", "C1", 1);
            router.beginTransaction();
            router.send(DeliveryRig.recallOf(notice)).get();

            // When
            rig.send(notice, Notices.notice("bystander", "C1", 1));
            rig.worker();

            // Then
            until(() -> rig.receipts("bystander").size() == 1);
            whileTimePasses(() -> rig.partner.calls("undecided").isEmpty());
            router.commitTransaction();
            until(() -> rig.receipts("undecided").size() == 1);
            assertThat(answerOf(rig, notice)).isEqualTo("DECLINED WITHDRAWN");
            assertThat(rig.partner.calls("undecided")).isEmpty();
        }
    }

    @Test
    void whatItsReceiverGotAllTheSameIsToldToBeTooLate() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "slow")) {
            // Given
            Notice notice = Notices.notice("slow", "C1", 1);
            CountDownLatch released = rig.partner.hangsOn(
                    "slow", delivery -> delivery.notice().getCaseId().equals("C1"));
            rig.send(notice);
            rig.worker();
            until(() -> callsOf(rig, notice) == 1);

            // When
            rig.recall(notice);
            rig.send(Notices.notice("slow", "C2", 1));
            until(() -> rig.receipts("slow").size() == 1);
            released.countDown();

            // Then
            until(() -> rig.receipts("slow").size() == 2);
            assertThat(answerOf(rig, notice)).isEqualTo("DECLINED TOO_LATE");
            assertThat(kindsOf(rig, notice)).containsExactly("DELIVERED TOO_LATE");
            // the router resolves it, when it has told the receiver
            assertThat(rig.read(Topics.recall("slow"))).hasSize(1);
        }
    }

    @Test
    void whatItsReceiverMayHaveIsNotCaughtAlsoByTheNextOwner() throws Exception {
        try (var rig = new DeliveryRig(broker, 2, "doubted")) {
            // Given
            rig.partner.answers("doubted", any -> FakePartner.NO_ANSWER);
            Notice notice = Notices.notice("doubted", "C1", 1);
            rig.send(notice);
            DeliveryWorker worker = rig.worker();
            until(() -> callsOf(rig, notice) >= 2);
            worker.close();
            rig.partner.answers("doubted", any -> FakePartner.UNAVAILABLE);
            DeliveryWorker next = rig.worker();
            int calls = callsOf(rig, notice);
            until(() -> callsOf(rig, notice) > calls);
            next.close();

            // When
            rig.recall(notice);
            rig.partner.answers("doubted", any -> FakePartner.DELIVERED);
            rig.worker();

            // Then
            until(() -> rig.receipts("doubted").size() == 1);
            assertThat(answerOf(rig, notice)).isEqualTo("DECLINED TOO_LATE");
            assertThat(kindsOf(rig, notice)).last().isEqualTo("DELIVERED TOO_LATE");
            assertThat(rig.read(Topics.recall("doubted"))).hasSize(1);
        }
    }

    @Test
    void whatMayHaveBeenCalledWhenItsOwnerEndedIsNotCaught() throws Exception {
        try (var rig = new DeliveryRig(broker, 2, "killed").with("stop-within", "PT0S")) {
            // Given
            CountDownLatch released = rig.partner.hangs("killed");
            Notice called = Notices.notice("killed", "C1", 1);
            Notice behind = Notices.notice("killed", "C1", 2);
            rig.send(called, behind);
            DeliveryWorker worker = rig.worker();
            until(() -> callsOf(rig, called) == 1);
            worker.close();

            // When
            rig.recall(called, behind);
            rig.worker();

            // Then
            until(() -> rig.receipts("killed").size() == 2);
            released.countDown();
            assertThat(answerOf(rig, called)).isEqualTo("DECLINED TOO_LATE");
            assertThat(answerOf(rig, behind)).isEqualTo("DECLINED WITHDRAWN");
            assertThat(rig.partner.calls("killed")).hasSize(1);
        }
    }

    @Test
    void whatGoesToAMailboxIsThereFromTheStart() throws Exception {
        try (var rig = DeliveryRig.withMailbox(broker, "puller")) {
            // Given
            Notice notice = Notices.notice("puller", "C1", 1);
            rig.sendAndRecall(notice);

            // When
            rig.worker();

            // Then
            until(() -> rig.receipts("puller").size() == 1);
            assertThat(answerOf(rig, notice)).isEqualTo("DECLINED TOO_LATE");
        }
    }

    private static List<Notice> notices(String party, int cases) {
        return IntStream.rangeClosed(1, cases)
                .mapToObj(one -> Notices.notice(party, "C" + one, 1))
                .toList();
    }

    private static int callsOf(DeliveryRig rig, Notice notice) {
        return (int) rig.partner.calls(notice.getParty()).stream()
                .filter(call -> call.noticeId().equals(notice.getNoticeId()))
                .count();
    }

    /** Outcome and reason of its receipt; empty where it just arrived. */
    private String answerOf(DeliveryRig rig, Notice notice) {
        CaseEvent receipt = rig.receipts(notice.getParty()).stream()
                .filter(event -> notice.getNoticeId().equals(event.getRelatedTo()))
                .findFirst()
                .orElseThrow();
        GenericRecord data = payloads.read(Objects.requireNonNull(receipt.getPayload()));
        return Optional.ofNullable((GenericRecord) data.get("reason"))
                .map(reason -> data.get("outcome") + " " + reason.get("code"))
                .orElse("");
    }

    /** What the journal tells of a notice. */
    private static List<String> kindsOf(DeliveryRig rig, Notice notice) {
        return rig.journal(notice.getParty()).stream()
                .filter(entry -> entry.getNotices().getFirst().getNoticeId().equals(notice.getNoticeId()))
                .map(entry -> entry.getKind() + (entry.getReason() == null ? "" : " " + entry.getReason()))
                .toList();
    }

    private static void assertResolved(DeliveryRig rig, Notice notice) {
        List<ConsumerRecord<byte[], byte[]>> recalls = rig.read(Topics.recall(notice.getParty())).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(notice.getNoticeId()))
                .toList();
        assertThat(recalls.getLast().value()).isNull();
    }
}
