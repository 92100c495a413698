package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1 and P3 on a replicated cluster: two hubs, three brokers, of which some die. */
@Tag("guarantee")
class ThreeBrokersIT {

    private static final Duration LASTING = Sizes.LONG.multipliedBy(2);

    @TempDir
    static Path folder;

    private static ThreeBrokers brokers;
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        brokers = ThreeBrokers.start(folder);
        rig = Rig.start(folder, Sizes.PAIRS, 2, brokers);
        brokers.awaitWhole();
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
    }

    @Test
    void oneBrokerThatIsKilledIsNotMissed() throws Exception {
        int victim = (brokers.leader() + 1) % 3;
        try (Trial trial = trial("kill -9 of one of three brokers")) {
            trial.awaitAccepted(0.2);
            trial.strike(() -> killAndRestart(victim));
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    @Test
    void theLeaderThatIsKilledIsReplaced() throws Exception {
        try (Trial trial = trial("kill -9 of the leading broker of three")) {
            trial.awaitAccepted(0.2);
            trial.strike(() -> killAndRestart(brokers.leader()));
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    @Test
    void brokersThatAreKilledOneAfterTheOtherLoseNothing() throws Exception {
        try (Trial trial = trial("kill -9 of three brokers, one after the other")) {
            trial.awaitAccepted(0.1);
            for (int node = 0; node < 3; node++) {
                int victim = node;
                trial.strike(() -> killAndRestart(victim));
            }
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    @Test
    void aClusterThatDoesNotAnswerForAWhileCostsNothing() throws Exception {
        try (Trial trial = trial("three brokers unreachable for " + Sizes.LONG.toSeconds() + " s")) {
            trial.awaitAccepted(0.2);
            trial.strike(() -> {
                brokers.signal("STOP");
                TimeUnit.NANOSECONDS.sleep(Sizes.LONG.toNanos());
                brokers.signal("CONT");
            });
            assertThat(trial.senders().told503()).as("503 while it was away").isPositive();
            assertThat(trial.senders().withoutRetryAfter()).isZero();
            trial.note("told503", trial.senders().told503());
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    private static void killAndRestart(int node) throws Exception {
        brokers.kill(node);
        // long enough for its leaders to be elected anew
        TimeUnit.SECONDS.sleep(8);
        brokers.restart(node);
        brokers.awaitWhole();
    }

    private static Trial trial(String fault) {
        return rig.trial(fault, Sizes.EVENTS, Sizes.CASES, Trial.pace(Sizes.EVENTS, LASTING));
    }
}
