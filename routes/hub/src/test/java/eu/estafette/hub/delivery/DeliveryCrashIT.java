package eu.estafette.hub.delivery;

import static eu.estafette.hub.delivery.ParkingIT.notice;
import static eu.estafette.hub.delivery.rig.Waiting.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.rig.Crash;
import eu.estafette.hub.delivery.rig.Crash.When;
import eu.estafette.hub.delivery.rig.DeliveryRig;
import eu.estafette.hub.delivery.rig.FakePartner;
import eu.estafette.hub.delivery.rig.Orders;
import eu.estafette.hub.delivery.rig.Refusing;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.delivery.rig.Waiting;
import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the runbook's table of crash windows: the process dies exactly there, and another goes on. */
@ExtendWith(SharedBroker.class)
class DeliveryCrashIT {

    /** What the transaction holds at whose commit the process dies. */
    enum Window {
        DELIVERED,
        DEAD,
        PARKED,
        PAUSED,
        RESUMED,
        COMMAND_BEGUN,
        DEAD_RESOLVED,
        PARKED_FOLLOWS,
        CASE_UNPARKED,
        COMMAND_ENDED,
        RECALL_CAUGHT
    }

    private static int run;

    private final TestBroker broker;

    DeliveryCrashIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void aCrashBeforeADeadLetterIsCommittedLeavesNothingBehind() throws Exception {
        crash(Window.DEAD, When.BEFORE_COMMIT, "REPLAY");
    }

    @Test
    void aCrashAfterAReplayedNoticeIsWrittenDoesNotSendItAgain() throws Exception {
        crash(Window.DEAD_RESOLVED, When.AFTER_COMMIT, "REPLAY");
    }

    @Tag("guarantee")
    @ParameterizedTest
    @CsvSource({
        "DELIVERED, BEFORE_COMMIT, REPLAY",
        "DELIVERED, AFTER_COMMIT, REPLAY",
        "DEAD, BEFORE_COMMIT, REPLAY",
        "DEAD, AFTER_COMMIT, REPLAY",
        "PARKED, BEFORE_COMMIT, REPLAY",
        "PARKED, AFTER_COMMIT, REPLAY",
        "PAUSED, BEFORE_COMMIT, REPLAY",
        "PAUSED, AFTER_COMMIT, REPLAY",
        "RESUMED, BEFORE_COMMIT, REPLAY",
        "RESUMED, AFTER_COMMIT, REPLAY",
        "COMMAND_BEGUN, BEFORE_COMMIT, REPLAY",
        "COMMAND_BEGUN, AFTER_COMMIT, REPLAY",
        "DEAD_RESOLVED, BEFORE_COMMIT, REPLAY",
        "DEAD_RESOLVED, AFTER_COMMIT, REPLAY",
        "DEAD_RESOLVED, BEFORE_COMMIT, DISCARD",
        "DEAD_RESOLVED, AFTER_COMMIT, DISCARD",
        "PARKED_FOLLOWS, BEFORE_COMMIT, DISCARD",
        "PARKED_FOLLOWS, AFTER_COMMIT, DISCARD",
        "CASE_UNPARKED, BEFORE_COMMIT, DISCARD",
        "CASE_UNPARKED, AFTER_COMMIT, DISCARD",
        "COMMAND_ENDED, BEFORE_COMMIT, REPLAY",
        "COMMAND_ENDED, AFTER_COMMIT, REPLAY",
        "RECALL_CAUGHT, BEFORE_COMMIT, REPLAY",
        "RECALL_CAUGHT, AFTER_COMMIT, REPLAY",
    })
    void whereverItDiesNothingIsLostOrOutOfOrder(Window window, When when, String order) throws Exception {
        crash(window, when, order);
    }

    /**
     * A pause and a resume; three cases of three notices, of which the first of C1 and C2 is refused, and the third of C2, parked by then, asked back;
     * then the two dead ones are sent again or given up. Somewhere in it the process dies once.
     */
    private void crash(Window window, When when, String kind) throws Exception {
        String party = "crash-" + ++run;
        try (var rig = new DeliveryRig(broker, 8, party);
                var crash = new Crash(when, windowOf(window, party))) {
            // Given
            var refusing = new Refusing("C1", 1).and("C2", 1);
            rig.partner.answers(party, refusing);
            rig.started(new DeliveryWorker(rig.settings(), rig.ports(), crash));
            var hub = new Successor(rig, crash);

            // When
            LaneCommand pause = Orders.pause(party);
            rig.command(pause);
            hub.until(() -> rig.endOf(pause).equals(List.of("DONE")));
            rig.send(party, 3, 3);
            LaneCommand resume = Orders.resume(party, 500);
            rig.command(resume);
            hub.until(() -> rig.parked(party).size() == 4 && rig.receipts(party).size() == 3);
            Notice recalled = notice(party, "C2", 3);
            rig.recall(recalled);
            hub.until(() -> rig.parked(party).size() == 3);
            refusing.ends();
            LaneCommand command = Orders.of(kind, party)
                    .setReason("tried and tested")
                    .setNotices(List.of(
                            notice(party, "C1", 1).getNoticeId(),
                            notice(party, "C2", 1).getNoticeId()))
                    .build();
            rig.command(command);

            // Then
            boolean replay = kind.equals("REPLAY");
            int delivered = replay ? 8 : 6;
            hub.until(() -> rig.receipts(party).size() >= delivered + 1);
            hub.until(() -> !rig.endOf(command).isEmpty());
            assertThat(crash.hasHappened()).isTrue();
            assertThat(rig.endOf(pause)).containsExactly("DONE");
            assertThat(rig.endOf(resume)).containsExactly("DONE");
            assertThat(rig.endOf(command)).containsExactly("DONE");
            assertEnds(rig, party, delivered, replay ? 0 : 2);
            assertOrder(rig, party);
            // and the zombie changes nothing
            crash.close();
            rig.send(notice(party, "C1", 4));
            until(() -> rig.receipts(party).size() == delivered + 2);
        }
    }

    private static void assertEnds(DeliveryRig rig, String party, int delivered, int discarded) throws Exception {
        until(() -> rig.standing(Topics.dead(party)).isEmpty()
                && rig.standing(Topics.parked(party)).isEmpty()
                && rig.standing(Topics.recall(party)).isEmpty());
        assertThat(rig.keys(Topics.parkState(party))).noneMatch(key -> key.startsWith("C"));
        assertThat(rig.receipts(party)).hasSize(delivered + 1);
        List<String> kinds =
                rig.journal(party).stream().map(JournalEntry::getKind).toList();
        assertThat(kinds.stream().filter("DELIVERED"::equals)).hasSize(delivered);
        assertThat(kinds.stream().filter("WITHDRAWN"::equals)).hasSize(1);
        assertThat(kinds.stream().filter("DISCARDED"::equals)).hasSize(discarded);
        assertThat(kinds.stream().filter("DEAD"::equals)).hasSize(2);
        assertThat(kinds.stream().filter("PARKED"::equals)).hasSize(4);
    }

    /** Of each case, whatever is called again is called before anything later is. */
    private static void assertOrder(DeliveryRig rig, String party) {
        for (String caseId : List.of("C1", "C2", "C3")) {
            List<Integer> calls = ParkingIT.sequencesOf(rig, party, caseId);
            assertThat(calls).isSorted();
        }
        assertThat(rig.partner.overlaps()).isEmpty();
        Set<String> seen = new LinkedHashSet<>(rig.calls(party, FakePartner.Seen::noticeId));
        assertThat(seen).doesNotContain(notice(party, "C2", 3).getNoticeId());
    }

    private static Predicate<ProducerRecord<byte[], byte[]>> windowOf(Window window, String party) {
        return switch (window) {
            case DELIVERED -> record -> record.topic().equals(Topics.EVENTS);
            case DEAD -> record -> isOn(record, Topics.dead(party)) && record.value() != null;
            case PARKED -> record -> isOn(record, Topics.parked(party)) && record.value() != null;
            case PAUSED -> record -> holds(record, party, "pause", "\"paused\":true");
            case RESUMED -> record -> holds(record, party, "pause", "\"paused\":false");
            case COMMAND_BEGUN -> record -> holds(record, party, "command/", "RUNNING");
            case DEAD_RESOLVED -> record -> isOn(record, Topics.dead(party)) && record.value() == null;
            case PARKED_FOLLOWS ->
                record -> isOn(record, Topics.parked(party))
                        && record.value() == null
                        && !key(record).equals(notice(party, "C2", 3).getNoticeId());
            case CASE_UNPARKED ->
                record -> isOn(record, Topics.parkState(party))
                        && record.value() == null
                        && key(record).startsWith("C");
            case COMMAND_ENDED ->
                record -> holds(record, party, "command/", "\"state\":\"DONE\",\"skipped\":0,\"canary\"");
            case RECALL_CAUGHT -> record -> isOn(record, Topics.recall(party));
        };
    }

    private static boolean isOn(ProducerRecord<byte[], byte[]> record, String topic) {
        return record.topic().equals(topic);
    }

    private static boolean holds(ProducerRecord<byte[], byte[]> record, String party, String key, String text) {
        return isOn(record, Topics.parkState(party))
                && key(record).startsWith(key)
                && record.value() != null
                && new String(record.value(), UTF_8).contains(text);
    }

    private static String key(ProducerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    /** Starts another process once the first has died, as an orchestrator does. */
    private final class Successor {

        private final DeliveryRig rig;
        private final Crash crash;
        private final List<DeliveryWorker> started = new ArrayList<>();

        Successor(DeliveryRig rig, Crash crash) {
            this.rig = rig;
            this.crash = crash;
        }

        void until(Callable<Boolean> holds) {
            Waiting.until(() -> {
                if (crash.hasHappened() && started.isEmpty()) {
                    broker.expelAll(rig.groupId());
                    started.add(rig.worker());
                }
                return holds.call();
            });
        }
    }
}
