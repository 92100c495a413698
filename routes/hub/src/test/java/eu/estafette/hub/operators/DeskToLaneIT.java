package eu.estafette.hub.operators;

import static eu.estafette.hub.delivery.rig.Notices.notice;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.console.desk.LaneOrder.OnLane;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.Refusing;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk gives is what the lanes carry out. */
@ExtendWith(SharedBroker.class)
class DeskToLaneIT {

    private static final String PARTY = "told-by-desk";

    private final TestBroker broker;

    DeskToLaneIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void aReplayOfTheDeskArrivesAndSoDoesWhatWaitedBehindIt() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, PARTY);
                var transactions = KafkaDeskIT.transactions(broker)) {
            // Given
            var refusing = new Refusing("C1", 1);
            rig.partner.answers(PARTY, refusing);
            rig.send(PARTY, 1, 3);
            rig.worker();
            until(() -> rig.parked(PARTY).size() == 2);
            refusing.ends();

            // When: twice, as somebody who was told that it is not certain would
            KafkaDesk desk = KafkaDeskIT.desk(broker, transactions);
            desk.give(List.of(replay()));
            desk.give(List.of(replay()));

            // Then
            until(() -> commanded(rig).contains("DONE"));
            assertThat(commanded(rig)).containsExactlyInAnyOrder("ACCEPTED", "ACCEPTED", "DONE");
            assertThat(rig.told(notice(PARTY, "C1", 1))).endsWith("REPLAYED", "DELIVERED");
            until(() -> rig.parked(PARTY).isEmpty());
            assertThat(rig.told(notice(PARTY, "C1", 3))).endsWith("REPLAYED", "DELIVERED");
        }
    }

    private static List<String> commanded(DeliveryRig rig) {
        return rig.journal(PARTY).stream()
                .filter(entry -> entry.getKind().equals("COMMANDED"))
                .map(JournalEntry::getState)
                .toList();
    }

    private static LaneOrder replay() {
        return new LaneOrder(
                "c-" + PARTY,
                Kind.REPLAY,
                PARTY,
                "operator",
                Optional.empty(),
                Instant.parse("2026-03-02T08:15:00Z"),
                List.of(new OnLane(notice(PARTY, "C1", 1).getNoticeId(), "C1")),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
