package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.rig.Waiting.lane;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static eu.estafette.hub.delivery.rig.Waiting.whileTimePasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.Parties;
import eu.estafette.hub.delivery.rig.Refusing;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case waits behind its dead notice, and all others flow. */
@ExtendWith(SharedBroker.class)
class ParkingIT {

    private final TestBroker broker;

    ParkingIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void laterNoticesOfACaseWaitInOrderBehindItsDeadOneAlsoAfterARestart() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "parking")) {
            // Given
            var refusing = new Refusing("C1", 1);
            rig.partner.answers("parking", refusing);
            rig.send("parking", 5, 3);
            DeliveryWorker worker = rig.worker();
            until(() -> rig.receipts("parking").size() == 12
                    && rig.parked("parking").size() == 2);
            until(() -> lane(worker, "parking").parked() == 2
                    && lane(worker, "parking").parkedCases() == 1);

            // When
            worker.close();
            refusing.ends();
            DeliveryWorker next = rig.worker();
            rig.send(notice("parking", "C1", 4), notice("parking", "C2", 4));

            // Then
            until(() -> rig.receipts("parking").size() == 13
                    && rig.parked("parking").size() == 3);
            assertThat(rig.parked("parking")).isEqualTo(ids("parking", "C1", 2, 4));
            assertThat(rig.keys(Topics.dead("parking"))).isEqualTo(ids("parking", "C1", 1, 1));
            assertThat(rig.keys(Topics.parkState("parking"))).containsExactly("C1");
            assertThat(sequencesOf(rig, "parking", "C1")).containsOnly(1);
            assertThat(rig.told(notice("parking", "C1", 4))).containsExactly("PARKED BEHIND_DEAD");
            assertThat(rig.standing(Topics.parked("parking")).getFirst()).satisfies(parked -> {
                assertThat(parked.value()).isEqualTo(new OwnEncoding().serialize("", notice("parking", "C1", 2)));
                assertThat(headers(parked))
                        .containsEntry("estafette.failure.case-id", "C1")
                        .containsEntry("estafette.failure.decision", "PARKED")
                        .containsEntry(
                                "estafette.failure.behind",
                                notice("parking", "C1", 1).getNoticeId())
                        .containsEntry("__dlq.errors.offset", laneOffset(rig, notice("parking", "C1", 2)));
            });
            until(() -> rig.committed("parking") >= 17);
            assertThat(lane(next, "parking").parkedCases()).isEqualTo(1);
        }
    }

    @Test
    void onceItsDeadNoticeIsAskedBackTheCaseGoesOnInOrder() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "unparked")) {
            // Given
            rig.partner.answers("unparked", new Refusing("C1", 1));
            rig.send("unparked", 2, 4);
            DeliveryWorker worker = rig.worker();
            until(() -> rig.parked("unparked").size() == 3);

            // When: one that is parked, then the dead one
            rig.recall(notice("unparked", "C1", 3));
            until(() -> rig.parked("unparked").size() == 2);
            rig.recall(notice("unparked", "C1", 1));
            rig.send(notice("unparked", "C1", 5), notice("unparked", "C1", 6));

            // Then
            until(() -> sequencesOf(rig, "unparked", "C1").contains(6));
            assertThat(sequencesOf(rig, "unparked", "C1")).containsExactly(1, 1, 1, 2, 4, 5, 6);
            assertThat(rig.partner.overlaps()).isEmpty();
            until(() -> lane(worker, "unparked").parkedCases() == 0);
            assertThat(rig.told(notice("unparked", "C1", 1))).last().isEqualTo("WITHDRAWN");
            assertThat(rig.told(notice("unparked", "C1", 3))).containsExactly("PARKED BEHIND_DEAD", "WITHDRAWN");
            assertThat(rig.told(notice("unparked", "C1", 2)))
                    .containsExactly("PARKED BEHIND_DEAD", "REPLAYED", "DELIVERED");
            for (String topic : List.of(
                    Topics.parked("unparked"),
                    Topics.dead("unparked"),
                    Topics.parkState("unparked"),
                    Topics.recall("unparked"))) {
                until(() -> rig.standing(topic).isEmpty());
            }
        }
    }

    @Test
    void aParkedNoticeThatDiesInItsTurnHoldsBackTheRest() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "again")) {
            // Given
            rig.partner.answers("again", new Refusing("C1", 1).and("C1", 3));
            rig.send("again", 1, 5);
            rig.worker();
            until(() -> rig.parked("again").size() == 4);

            // When
            rig.recall(notice("again", "C1", 1));

            // Then
            until(() -> rig.keys(Topics.dead("again")).equals(ids("again", "C1", 3, 3)));
            whileTimePasses(() -> rig.parked("again").equals(ids("again", "C1", 4, 5)));
            assertThat(sequencesOf(rig, "again", "C1")).containsExactly(1, 1, 1, 2, 3, 3, 3);
            assertThat(new String(
                            rig.standing(Topics.parkState("again")).getFirst().value(), UTF_8))
                    .isEqualTo(
                            "{\"v\":1,\"behind\":\"" + notice("again", "C1", 3).getNoticeId() + "\"}");
        }
    }

    @Test
    void whereThePartyWantsItTheCaseGoesOnWithoutItsDeadNotice() throws Exception {
        try (var rig = DeliveryRig.of(broker, Parties.skipping("skipping"))) {
            // Given
            rig.partner.answers("skipping", new Refusing("C1", 1));

            // When
            rig.send("skipping", 2, 3);
            rig.worker();

            // Then
            until(() -> rig.receipts("skipping").size() == 5);
            assertThat(sequencesOf(rig, "skipping", "C1")).containsExactly(1, 1, 1, 2, 3);
            assertThat(rig.parked("skipping")).isEmpty();
            assertThat(rig.keys(Topics.parkState("skipping"))).isEmpty();
        }
    }

    @Test
    void thousandsOfNoticesOfAParkedCaseHoldUpNobody() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "flooded")) {
            // Given
            rig.partner.answers("flooded", new Refusing("C1", 1));
            rig.send(IntStream.rangeClosed(1, 3000)
                    .mapToObj(number -> notice("flooded", "C1", number))
                    .toArray(Notice[]::new));
            rig.send(notice("flooded", "C2", 1));

            // When
            rig.worker();

            // Then
            until(() -> rig.receipts("flooded").size() == 1);
            until(() -> rig.parked("flooded").equals(ids("flooded", "C1", 2, 3000)));
        }
    }

    static Notice notice(String party, String caseId, int sequence) {
        return Notices.notice(party, caseId, sequence);
    }

    static List<String> ids(String party, String caseId, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(sequence -> notice(party, caseId, sequence).getNoticeId())
                .toList();
    }

    /** The calls of a case, in their order. */
    static List<Integer> sequencesOf(DeliveryRig rig, String party, String caseId) {
        return rig.partner.calls(party).stream()
                .filter(call -> call.caseId().equals(caseId))
                .map(FakePartner.Seen::sequence)
                .toList();
    }

    private static String laneOffset(DeliveryRig rig, Notice notice) {
        byte[] value = new OwnEncoding().serialize("", notice);
        return rig.read(Topics.lane(notice.getParty())).stream()
                .filter(record -> Arrays.equals(record.value(), value))
                .map(record -> Long.toString(record.offset()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
