package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.rig.Waiting.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.circuit.CircuitState;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.Parties;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.schemas.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a receiver refuses, what nobody can read, and an address that is no more. */
@ExtendWith(SharedBroker.class)
class DeadLetterIT {

    private final TestBroker broker;

    DeadLetterIT(TestBroker broker) {
        this.broker = broker;
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

            until(() -> rig.receipts("picky").size() == 8);
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
            // counted once it is written, so a moment after it can be read
            until(() -> counted(rig, "estafette.delivered", "picky") == 8);
            assertThat(counted(rig, "estafette.dead", "picky")).isEqualTo(1);
        }
    }

    @Test
    void whatNobodyCanReadIsADeadLetterAndItsNeighboursFlow() throws Exception {
        try (var rig = DeliveryRig.of(broker, Parties.skipping("poisoned"))) {
            rig.send(Notices.notice("poisoned", "C1", 1));
            rig.sendRaw(onLane("poisoned", "C1", new byte[] {1, 2, 3}));
            rig.sendRaw(onLane("poisoned", null, new byte[] {0}));
            rig.sendRaw(onLane("poisoned", "C1", null));
            rig.sendRaw(onLane("poisoned", "C1", new OwnEncoding().serialize("", Notices.notice("other", "C1", 9))));
            rig.send(Notices.notice("poisoned", "C1", 2));

            rig.worker();

            until(() -> rig.receipts("poisoned").size() == 2);
            assertThat(rig.calls("poisoned", FakePartner.Seen::sequence)).containsExactly(1, 2);
            until(() -> rig.dead("poisoned").size() == 4);
            assertThat(rig.dead("poisoned")).allSatisfy(dead -> assertThat(headers(dead))
                    .containsEntry("estafette.failure.code", "UNREADABLE")
                    .containsEntry("estafette.failure.attempts", "0"));
            // so that the desk lists them: each by its place, which is its key
            assertThat(rig.journal("poisoned"))
                    .filteredOn(entry -> entry.getKind().equals("DEAD"))
                    .extracting(entry -> entry.getNotices().getFirst().getNoticeId())
                    .containsExactlyInAnyOrderElementsOf(rig.keys(Topics.dead("poisoned")))
                    .allMatch(id -> id.startsWith("estafette.lane.poisoned-0-"));
        }
    }

    @Test
    void anAddressThatIsGoneIsCalledNoMore() throws Exception {
        try (var rig = new DeliveryRig(broker, 1, "departed", "staying")) {
            rig.partner.answers("departed", delivery -> new Gone("HTTP 410"));
            rig.send("departed", 3, 1);

            DeliveryWorker worker = rig.worker();

            until(() -> Optional.ofNullable(worker.lanes().get("departed"))
                    .filter(lane -> lane.circuit() == CircuitState.DISABLED)
                    .isPresent());
            rig.send("departed", 3, 1);
            rig.send("staying", 10, 3);
            until(() -> rig.receipts("staying").size() == 30);
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

    private static double counted(DeliveryRig rig, String meter, String party) {
        return rig.meters.get(meter).tag("party", party).counter().count();
    }

    @SuppressWarnings("NullAway") // a Kafka record may lack both
    private static ProducerRecord<byte[], byte[]> onLane(
            String party, @Nullable String caseId, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.lane(party), caseId == null ? null : caseId.getBytes(UTF_8), value);
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(header -> header.key(), header -> new String(header.value(), UTF_8)));
    }
}
