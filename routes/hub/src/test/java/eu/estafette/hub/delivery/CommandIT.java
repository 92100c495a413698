package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.ParkingIT.ids;
import static eu.estafette.hub.delivery.ParkingIT.notice;
import static eu.estafette.hub.delivery.ParkingIT.sequencesOf;
import static eu.estafette.hub.delivery.rig.Waiting.lane;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static eu.estafette.hub.delivery.rig.Waiting.whileTimePasses;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Orders;
import eu.estafette.hub.delivery.rig.Parties;
import eu.estafette.hub.delivery.rig.Refusing;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators tell a lane is done once, in order, and its end is in the journal. */
@ExtendWith(SharedBroker.class)
class CommandIT {

    private final TestBroker broker;

    CommandIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void aPausedLaneCallsNobodyAlsoAfterARestartAndIsDrainedInOrder() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "paused")) {
            // Given
            LaneCommand pause = Orders.pause("paused");
            rig.command(pause);
            DeliveryWorker worker = rig.worker();
            until(() -> rig.endOf(pause).equals(List.of("DONE")));
            rig.send("paused", 100, 10);
            whileTimePasses(() -> rig.partner.calls("paused").isEmpty());
            worker.close();
            DeliveryWorker next = rig.worker();
            until(() -> lane(next, "paused").paused());
            whileTimePasses(() -> rig.partner.calls("paused").isEmpty());

            // When
            long start = System.nanoTime();
            rig.command(Orders.resume("paused", 400));

            // Then
            until(() -> rig.receipts("paused").size() >= 1000);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
            assertThat(rig.calls("paused", FakePartner.Seen::noticeId))
                    .hasSize(1000)
                    .doesNotHaveDuplicates();
            for (int one = 1; one <= 100; one++) {
                assertThat(sequencesOf(rig, "paused", "C" + one))
                        .isEqualTo(IntStream.rangeClosed(1, 10).boxed().toList());
            }
            until(() -> !lane(next, "paused").paused());
        }
    }

    @Test
    void aDiscardedNoticeIsGoneAndItsCaseGoesOn() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "discarding")) {
            // Given
            rig.partner.answers("discarding", new Refusing("C1", 1));
            rig.send("discarding", 2, 3);
            rig.worker();
            until(() -> rig.parked("discarding").size() == 2);
            Notice dead = notice("discarding", "C1", 1);

            // When
            LaneCommand discard = Orders.discard("discarding", dead, notice("discarding", "C2", 1));
            rig.command(discard);

            // Then
            until(() -> rig.receipts("discarding").size() == 5);
            assertThat(sequencesOf(rig, "discarding", "C1")).containsExactly(1, 1, 1, 2, 3);
            until(() -> rig.endOf(discard).equals(List.of("DONE")));
            assertThat(entriesOf(rig, discard))
                    .filteredOn(entry -> entry.getKind().equals("DISCARDED"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.getPerson()).isEqualTo(Orders.OPERATOR);
                        assertThat(entry.getDetail()).isEqualTo("sent twice by mistake");
                        assertThat(entry.getNotices().getFirst().getNoticeId()).isEqualTo(dead.getNoticeId());
                    });
            assertThat(rig.told(notice("discarding", "C1", 2)))
                    .containsExactly("PARKED BEHIND_DEAD", "REPLAYED", "DELIVERED");
            assertThat(rig.standing(Topics.dead("discarding"))).isEmpty();
            assertThat(rig.standing(Topics.parked("discarding"))).isEmpty();
            assertThat(rig.keys(Topics.parkState("discarding"))).containsExactly("command/" + discard.getCommandId());
        }
    }

    @Test
    void aReplaySendsExactlyWhatWasChosenInOrderPerCase() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "replaying")) {
            // Given
            var refusing = new Refusing("C1", 1);
            IntStream.rangeClosed(2, 7).forEach(one -> refusing.and("C" + one, 1));
            rig.partner.answers("replaying", refusing);
            rig.send("replaying", 8, 3);
            rig.worker();
            until(() -> rig.parked("replaying").size() == 14);
            refusing.ends();
            int before = rig.partner.calls("replaying").size();

            // When: C7 is not chosen, and C8 never died
            LaneCommand replay = Orders.replayOf(
                            "replaying",
                            IntStream.of(1, 2, 3, 4, 5, 6, 8)
                                    .mapToObj(one -> notice("replaying", "C" + one, 1))
                                    .toArray(Notice[]::new))
                    .setWave(2)
                    .build();
            rig.command(replay);

            // Then
            until(() -> rig.endOf(replay).equals(List.of("DONE")));
            until(() -> rig.parked("replaying").size() == 2);
            List<FakePartner.Seen> calls = rig.partner.calls("replaying");
            assertThat(calls.subList(before, calls.size()))
                    .extracting(FakePartner.Seen::noticeId)
                    .hasSize(18)
                    .doesNotHaveDuplicates();
            for (int one = 1; one <= 6; one++) {
                assertThat(sequencesOf(rig, "replaying", "C" + one)).containsExactly(1, 1, 1, 1, 2, 3);
            }
            assertThat(rig.partner.overlaps()).isEmpty();
            assertThat(rig.keys(Topics.dead("replaying"))).isEqualTo(ids("replaying", "C7", 1, 1));
            assertThat(rig.keys(Topics.parkState("replaying"))).contains("C7").doesNotContain("C1");
            assertThat(rig.told(notice("replaying", "C1", 1))).endsWith("DEAD REFUSED", "REPLAYED", "DELIVERED");
            assertThat(entriesOf(rig, replay))
                    .filteredOn(entry -> entry.getKind().equals("COMMANDED"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getDetail())
                            .isEqualTo("6 of 7 carried out, 1 were no longer dead, 0 left"));
        }
    }

    @Test
    void aReplayStopsAtItsFirstFailure() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "stopping")) {
            // Given
            var refusing = new Refusing("C1", 1);
            IntStream.rangeClosed(2, 5).forEach(one -> refusing.and("C" + one, 1));
            rig.partner.answers("stopping", refusing);
            rig.send("stopping", 5, 2);
            rig.worker();
            until(() -> rig.parked("stopping").size() == 5);
            int before = rig.partner.calls("stopping").size();

            // When
            LaneCommand replay = Orders.replay(
                    "stopping",
                    IntStream.rangeClosed(1, 5)
                            .mapToObj(one -> notice("stopping", "C" + one, 1))
                            .toArray(Notice[]::new));
            rig.command(replay);

            // Then
            until(() -> rig.endOf(replay).equals(List.of("STOPPED FAILED")));
            assertThat(rig.partner.calls("stopping")).hasSize(before + 1);
            assertThat(rig.keys(Topics.dead("stopping"))).hasSize(5);
            assertThat(rig.parked("stopping")).hasSize(5);
            assertThat(rig.told(notice("stopping", "C1", 1))).endsWith("DEAD REFUSED", "REPLAYED", "DEAD REFUSED");
        }
    }

    @Test
    void afterAFailureNothingOfAReplayBeginsAnyMore() throws Exception {
        try (var rig = new DeliveryRig(broker, 4, "halting")) {
            // Given
            var refusing = new Refusing("C1", 1);
            IntStream.rangeClosed(2, 40).forEach(one -> refusing.and("C" + one, 1));
            rig.partner.answers("halting", refusing);
            rig.send("halting", 40, 1);
            rig.worker();
            until(() -> rig.keys(Topics.dead("halting")).size() == 40);
            int before = rig.partner.calls("halting").size();

            // When: all at once, without a canary
            LaneCommand replay = Orders.replayOf(
                            "halting",
                            IntStream.rangeClosed(1, 40)
                                    .mapToObj(one -> notice("halting", "C" + one, 1))
                                    .toArray(Notice[]::new))
                    .setCanary(false)
                    .build();
            rig.command(replay);

            // Then: but what was being called
            until(() -> rig.endOf(replay).equals(List.of("STOPPED FAILED")));
            assertThat(rig.partner.calls("halting").size() - before).isBetween(1, 4);
            assertThat(rig.keys(Topics.dead("halting"))).hasSize(40);
        }
    }

    @Test
    void whereCasesAreNotParkedTheirDeadNoticesGoAgainInOrder() throws Exception {
        try (var rig = DeliveryRig.of(broker, Parties.skipping("unordered"))) {
            // Given
            var refusing = new Refusing("C1", 1).and("C1", 2).and("C1", 3);
            rig.partner.answers("unordered", refusing);
            rig.send("unordered", 1, 4);
            rig.worker();
            until(() -> rig.keys(Topics.dead("unordered")).size() == 3);
            refusing.ends();
            int before = rig.partner.calls("unordered").size();

            // When: chosen in whatever order
            LaneCommand replay = Orders.replay(
                    "unordered",
                    notice("unordered", "C1", 3),
                    notice("unordered", "C1", 1),
                    notice("unordered", "C1", 2));
            rig.command(replay);

            // Then
            until(() -> rig.endOf(replay).equals(List.of("DONE")));
            List<Integer> calls = sequencesOf(rig, "unordered", "C1");
            assertThat(calls.subList(before, calls.size())).containsExactly(1, 2, 3);
        }
    }

    @Test
    void whatWouldComeBeforeItsTurnIsLeft() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "blocked")) {
            // Given: an unreadable one dies behind the dead one
            rig.partner.answers("blocked", new Refusing("C1", 1));
            rig.send(notice("blocked", "C1", 1));
            rig.sendRaw(new ProducerRecord<>(Topics.lane("blocked"), "C1".getBytes(UTF_8), new byte[] {1}));
            rig.worker();
            until(() -> rig.keys(Topics.dead("blocked")).size() == 2);
            int before = rig.partner.calls("blocked").size();

            // When
            LaneCommand replay = Orders.of("REPLAY", "blocked")
                    .setNotices(rig.keys(Topics.dead("blocked")).subList(1, 2))
                    .build();
            rig.command(replay);

            // Then
            until(() -> rig.endOf(replay).equals(List.of("STOPPED BLOCKED")));
            assertThat(rig.partner.calls("blocked")).hasSize(before);

            // When: it is given up by its place
            String place = rig.keys(Topics.dead("blocked")).getLast();
            LaneCommand discard = Orders.of("DISCARD", "blocked")
                    .setReason("nobody can read it")
                    .setNotices(List.of(place))
                    .build();
            rig.command(discard);

            // Then
            until(() -> rig.endOf(discard).equals(List.of("DONE")));
            assertThat(rig.keys(Topics.dead("blocked"))).doesNotContain(place);
            assertThat(rig.journal("blocked"))
                    .filteredOn(entry -> entry.getKind().equals("DISCARDED"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getNotices().getFirst().getNoticeId())
                            .isEqualTo(place));
        }
    }

    @Test
    void thatACommandEndedIsForgottenOnceItIsNoLongerKept() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "forgetful")) {
            // Given
            LaneCommand old = Orders.of("PAUSE", "forgetful").build();
            LaneCommand kept = Orders.of("RESUME", "forgetful").build();
            DeliveryWorker worker = rig.worker();
            rig.command(old);
            until(() -> rig.endOf(old).equals(List.of("DONE")));
            rig.command(kept);
            until(() -> rig.endOf(kept).equals(List.of("DONE")));
            assertThat(rig.keys(Topics.parkState("forgetful")))
                    .contains("command/" + old.getCommandId(), "command/" + kept.getCommandId());
            worker.close();

            // When: as Kafka does after 30 days
            long second = rig.read(Topics.commands("forgetful")).getLast().offset();
            broker.admin()
                    .deleteRecords(Map.of(
                            new TopicPartition(Topics.commands("forgetful"), 0), RecordsToDelete.beforeOffset(second)))
                    .all()
                    .get();
            rig.worker();

            // Then
            until(() -> !rig.keys(Topics.parkState("forgetful")).contains("command/" + old.getCommandId()));
            assertThat(rig.keys(Topics.parkState("forgetful"))).contains("command/" + kept.getCommandId());
            rig.send(notice("forgetful", "C1", 1));
            until(() -> rig.receipts("forgetful").size() == 1);
            assertThat(rig.endOf(kept)).containsExactly("DONE");
        }
    }

    @Test
    void whatCannotBeCarriedOutIsRefusedWithAReason() throws Exception {
        try (var rig = new DeliveryRig(broker, 8, "refusing")) {
            // Given
            LaneCommand unknown = Orders.of("ABOLISH", "refusing").build();
            LaneCommand strayed = Orders.of("PAUSE", "somebody-else").build();
            LaneCommand empty = Orders.of("REPLAY", "refusing").build();
            LaneCommand slow = Orders.of("RESUME", "refusing").setRate(0).build();
            LaneCommand blunt =
                    Orders.of("DISCARD", "refusing").setNotices(List.of("N1-X")).build();

            // When
            rig.sendRaw(new ProducerRecord<>(Topics.commands("refusing"), "garbled".getBytes(UTF_8), new byte[] {9}));
            for (LaneCommand command : List.of(unknown, strayed, empty, slow, blunt)) {
                rig.sendRaw(new ProducerRecord<>(
                        Topics.commands("refusing"),
                        command.getCommandId().getBytes(UTF_8),
                        new eu.estafette.hub.delivery.rig.OwnEncoding().serialize("", command)));
            }
            DeliveryWorker worker = rig.worker();
            until(() -> rig.journal("refusing").size() == 6);
            worker.close();
            rig.worker();
            rig.send(notice("refusing", "C1", 1));

            // Then: once, also after a restart
            until(() -> rig.receipts("refusing").size() == 1);
            assertThat(rig.journal("refusing").stream()
                            .filter(entry -> entry.getKind().equals("COMMANDED"))
                            .map(entry -> entry.getState() + " " + entry.getReason()))
                    .containsExactlyInAnyOrder(
                            "REFUSED UNREADABLE",
                            "REFUSED UNKNOWN_KIND",
                            "REFUSED WRONG_LANE",
                            "REFUSED NO_NOTICES",
                            "REFUSED BAD_RATE",
                            "REFUSED NO_REASON");
        }
    }

    private static List<JournalEntry> entriesOf(DeliveryRig rig, LaneCommand command) {
        return rig.journal(command.getParty()).stream()
                .filter(entry -> command.getCommandId().equals(entry.getCommand()))
                .toList();
    }
}
