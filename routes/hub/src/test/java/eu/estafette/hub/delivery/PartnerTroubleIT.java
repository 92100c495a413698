package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.ParkingIT.notice;
import static eu.estafette.hub.delivery.ParkingIT.sequencesOf;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Parties;
import eu.estafette.hub.delivery.rig.Refusing;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users of other hubs complain about: trouble of one case, of one record in a poll, and of answers that never come. */
@ExtendWith(SharedBroker.class)
class PartnerTroubleIT {

    private final TestBroker broker;

    PartnerTroubleIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void aPartnerThatFailsForOneCaseOnlyHasAllOthersDelivered() throws Exception {
        try (var rig = new DeliveryRig(broker, 4, "selective")) {
            // Given
            var failing = new AtomicBoolean(true);
            rig.partner.answers(
                    "selective",
                    delivery -> failing.get() && delivery.notice().getCaseId().equals("C1")
                            ? FakePartner.UNAVAILABLE
                            : FakePartner.DELIVERED);
            rig.send("selective", 10, 5);

            // When
            rig.worker();

            // Then
            until(() -> rig.receipts("selective").size() == 45);
            assertThat(sequencesOf(rig, "selective", "C1")).containsOnly(1);
            assertThat(rig.dead("selective")).isEmpty();
            failing.set(false);
            until(() -> rig.receipts("selective").size() == 50);
            List<Integer> calls = sequencesOf(rig, "selective", "C1");
            assertThat(calls.subList(calls.size() - 5, calls.size())).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void whatAPartnerTakesWithoutAnAnswerIsCalledAgainUnderTheSameIdAndInOrder() throws Exception {
        try (var rig = new DeliveryRig(broker, 4, "mute")) {
            // Given
            Set<String> taken = ConcurrentHashMap.newKeySet();
            rig.partner.answers(
                    "mute",
                    delivery -> taken.add(delivery.notice().getNoticeId())
                                    && delivery.notice().getSequence() == 2
                            ? FakePartner.NO_ANSWER
                            : FakePartner.DELIVERED);
            rig.send("mute", 4, 3);

            // When
            rig.worker();

            // Then
            until(() -> rig.receipts("mute").size() == 12);
            for (int one = 1; one <= 4; one++) {
                assertThat(sequencesOf(rig, "mute", "C" + one)).containsExactly(1, 2, 2, 3);
            }
            assertThat(rig.receipts("mute"))
                    .extracting(receipt -> receipt.getBusinessKey())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aRefusalOfTheFirstTheMiddleAndTheLastOfAPollCostsNobodyElseAlsoWhileLanesMove() throws Exception {
        try (var rig = DeliveryRig.of(broker, Parties.spread("spread", 3))) {
            // Given: thirty cases in three partitions, all read in the first polls
            rig.partner.answers("spread", new Refusing("C1", 1).and("C15", 1).and("C30", 3));
            rig.send("spread", 30, 3);

            // When
            rig.worker();
            until(() -> rig.partner.calls("spread").size() >= 20);
            rig.with("transactional-id", "another-of-spread");
            rig.worker();

            // Then
            until(() -> rig.receipts("spread").size() == 90 - 3 - 4);
            until(() -> rig.keys(Topics.dead("spread")).size() == 3);
            until(() -> rig.parked("spread").size() == 4);
            assertThat(rig.keys(Topics.dead("spread")))
                    .containsExactlyInAnyOrder(
                            notice("spread", "C1", 1).getNoticeId(),
                            notice("spread", "C15", 1).getNoticeId(),
                            notice("spread", "C30", 3).getNoticeId());
            IntStream.rangeClosed(1, 30)
                    .mapToObj(one -> sequencesOf(rig, "spread", "C" + one))
                    .forEach(calls -> assertThat(calls).isSorted());
            assertThat(rig.partner.overlaps()).isEmpty();
        }
    }
}
