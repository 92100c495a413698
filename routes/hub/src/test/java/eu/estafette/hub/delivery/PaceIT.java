package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.ParkingIT.notice;
import static eu.estafette.hub.delivery.rig.Waiting.lane;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static eu.estafette.hub.delivery.rig.Waiting.whileTimePasses;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Parties;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.kit.party.Party.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A party is called no faster than it wants, and not at night. */
@ExtendWith(SharedBroker.class)
class PaceIT {

    private final TestBroker broker;

    PaceIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void aPartyIsCalledNoFasterThanItsRate() throws Exception {
        try (var rig = DeliveryRig.of(broker, Parties.slowed("rated", 20))) {
            // Given
            rig.send("rated", 30, 2);

            // When
            long start = System.nanoTime();
            rig.worker();

            // Then: 60 calls, of which 4 may go at once
            until(() -> rig.receipts("rated").size() == 60);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(2800));
            rig.assertEachOnce("rated", 60);
        }
    }

    @Test
    void noCallStartsInQuietHoursAndNothingIsLost() throws Exception {
        try (var rig = DeliveryRig.of(
                broker, Parties.quiet("quiet", new QuietHours(LocalTime.parse("22:00"), LocalTime.parse("06:00"))))) {
            // Given: eleven at night in Amsterdam
            rig.clock.set(Instant.parse("2026-03-02T22:00:00Z"));
            rig.send("quiet", 5, 2);
            DeliveryWorker worker = rig.worker();
            until(() -> lane(worker, "quiet").quietUntil().isPresent());
            whileTimePasses(() -> rig.partner.calls("quiet").isEmpty());
            assertThat(lane(worker, "quiet").quietUntil()).contains(Instant.parse("2026-03-03T05:00:00Z"));

            // When
            rig.clock.set(Instant.parse("2026-03-03T05:00:00Z"));

            // Then
            until(() -> rig.receipts("quiet").size() == 10);
            assertThat(rig.calls("quiet", FakePartner.Seen::noticeId)).doesNotHaveDuplicates();
            until(() -> lane(worker, "quiet").quietUntil().isEmpty());
            rig.send(notice("quiet", "C1", 3));
            until(() -> rig.receipts("quiet").size() == 11);
        }
    }
}
