package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.rig.Waiting;
import eu.estafette.hub.router.DrivenRouter.Step;
import eu.estafette.hub.router.Stop.Moment;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the runbook's table of crash windows: the process stops exactly there, and another goes on. */
class RouterCrashIT {

    /** Steps that are done in the first moment. */
    private static final int TOGETHER = 4;

    /** Steps after a zombie is awake. */
    private static final int LAST = 2;

    /** Longer than a transaction may take. */
    private static final int AWAY_MILLIS = 4_000;

    private static final RouterSettings SELDOM =
            new RouterSettings(1, Duration.ofSeconds(8), Duration.ofSeconds(6), Duration.ofSeconds(10), null);

    private static Persons undisturbed;

    @BeforeAll
    static void playUndisturbed() {
        undisturbed = CrashStory.played();
    }

    @AfterAll
    static void end() {
        undisturbed.close();
    }

    @Test
    void aCrashBeforeADecisionIsCommittedLeavesNothingBehind() throws Exception {
        crash(Window.EVENT, Moment.BEFORE_COMMIT);
    }

    @Test
    void aCrashAfterACaseHasLeftForAnotherPartitionLosesItNowhere() throws Exception {
        crash(Window.CASE_LEAVES, Moment.AFTER_COMMIT);
    }

    @Tag("guarantee")
    @ParameterizedTest
    @CsvSource({
        "EVENT, READ",
        "EVENT, SENDING",
        "EVENT, SENT",
        "EVENT, BEFORE_COMMIT",
        "EVENT, AFTER_COMMIT",
        "RECEIPT, BEFORE_COMMIT",
        "RECEIPT, AFTER_COMMIT",
        "ANSWER, BEFORE_COMMIT",
        "ANSWER, AFTER_COMMIT",
        "EDITED, SENDING",
        "EDITED, BEFORE_COMMIT",
        "EDITED, AFTER_COMMIT",
        "RECALLED, BEFORE_COMMIT",
        "RECALLED, AFTER_COMMIT",
        "LET_GO, SENDING",
        "LET_GO, BEFORE_COMMIT",
        "LET_GO, AFTER_COMMIT",
        "RAISED, SENDING",
        "RAISED, BEFORE_COMMIT",
        "RAISED, AFTER_COMMIT",
        "RAISED_DECIDED, READ",
        "RAISED_DECIDED, BEFORE_COMMIT",
        "RAISED_DECIDED, AFTER_COMMIT",
        "EXPIRED, BEFORE_COMMIT",
        "EXPIRED, AFTER_COMMIT",
        "CASE_LEAVES, SENDING",
        "CASE_LEAVES, BEFORE_COMMIT",
        "CASE_LEAVES, AFTER_COMMIT",
        "CASE_ARRIVES, READ",
        "CASE_ARRIVES, SENDING",
        "CASE_ARRIVES, BEFORE_COMMIT",
        "CASE_ARRIVES, AFTER_COMMIT",
        "FORWARDED, BEFORE_COMMIT",
        "FORWARDED, AFTER_COMMIT",
        "FORWARDED_DECIDED, BEFORE_COMMIT",
        "FORWARDED_DECIDED, AFTER_COMMIT",
        "BROKEN, READ",
        "BROKEN, BEFORE_COMMIT",
        "BROKEN, AFTER_COMMIT",
    })
    void whereverItStopsAllIsAsIfItHadNot(Window window, Moment moment) throws Exception {
        crash(window, moment);
    }

    /** A process stops, another does what is left; the first wakes before the last events are sent. */
    private static void crash(Window window, Moment moment) throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(moment, moment == Moment.READ ? window.isRead() : window.isSent())) {
            // Given
            rig.start(stop, Stop.never());

            // When
            rig.play(untilTheLast());
            assertThat(stop.hasHappened()).isTrue();
            rig.wake();
            rig.play(theLast());

            // Then
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @Test
    void aCommitWhoseAnswerIsLostIsDoneOnce() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(Moment.AFTER_COMMIT, Window.EVENT.isSent(), () -> {
                    throw new TimeoutException("made to fail");
                })) {
            rig.startAlone(stop);

            rig.play(undisturbed.driver().steps());

            assertThat(stop.hasHappened()).isTrue();
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @Test
    void whoWakesAfterItsTransactionWasEndedDoesItsWorkAnew() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(Moment.BEFORE_COMMIT, Window.CASE_ARRIVES.isSent())) {
            rig.startAlone(stop);

            rig.play(undisturbed.driver().steps());

            assertThat(stop.hasHappened()).isTrue();
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @Test
    void aStoreHalfRestoredIsRestoredByTheNext() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var first = new Stop(Moment.BEFORE_COMMIT, Window.ANSWER.isSent());
                var second = new Stop(Moment.RESTORING, record -> record.topic().equals(Topics.CASES))) {
            rig.start(first, second, Stop.never());

            rig.play(untilTheLast());
            assertThat(second.hasHappened()).isTrue();
            rig.wake();
            rig.play(theLast());

            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_GIVING_UP", "AFTER_GIVING_UP"})
    void whatIsUnderWayWhenPartitionsGoToAnotherIsDoneOnce(Moment moment) throws Exception {
        List<Step> together = undisturbed.driver().steps().subList(0, TOGETHER);
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(moment, Window.EVENT.isSent())) {
            // Given: a process that commits when it must
            rig.add(stop, SELDOM);
            rig.sendAll(together);
            Waiting.until(stop::isSent);

            // When
            rig.add(Stop.never());
            rig.until(together.getLast().journaled());
            rig.play(untilTheLast().subList(TOGETHER, untilTheLast().size()));
            assertThat(stop.hasHappened()).isTrue();
            rig.wake();
            rig.play(theLast());

            // Then
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @Test
    void kafkaIsAwayForLongerThanACommitWaits() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = away(rig)) {
            rig.startImpatient(stop);

            rig.play(undisturbed.driver().steps());

            assertThat(stop.hasHappened()).isTrue();
            rig.assertSameAs(undisturbed.driver());
        }
    }

    private static Stop away(RouterRig rig) {
        return new Stop(Moment.BEFORE_COMMIT, Window.EVENT.isSent(), () -> {
            rig.broker.goAway();
            Thread.ofVirtual().start(() -> {
                Waiting.takes(AWAY_MILLIS);
                rig.broker.comeBack();
            });
        });
    }

    @Tag("guarantee")
    @Test
    void kafkaGoesAwayUnderACommitAndComesBack() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = away(rig)) {
            rig.startAlone(stop);

            rig.play(undisturbed.driver().steps());

            assertThat(stop.hasHappened()).isTrue();
            rig.assertSameAs(undisturbed.driver());
        }
    }

    private static List<Step> untilTheLast() {
        List<Step> all = undisturbed.driver().steps();
        return all.subList(0, all.size() - LAST);
    }

    private static List<Step> theLast() {
        List<Step> all = undisturbed.driver().steps();
        return all.subList(all.size() - LAST, all.size());
    }
}
