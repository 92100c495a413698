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

/** P1 and P3 on two hubs that share one broker: one hangs and comes back, one is killed, the broker goes away. */
@Tag("faults")
class SeveralHubsGuaranteeIT {

    private static final int EVENTS = Integer.getInteger("estafette.acceptance.several.events", 500);

    /** Longer than the sessions of the router and the delivery, 6 s. */
    private static final Duration FROZEN = Duration.ofSeconds(9);

    private static final Duration AWAY = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static OneBroker broker;
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start(folder);
        rig = Rig.start(folder, 3, 2, broker);
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
    }

    @Test
    void aHubThatIsKilledLosesNothingAndTheOtherGoesOn() throws Exception {
        try (Trial trial = trial("kill -9 of one of two hubs")) {
            trial.awaitAccepted(0.3);
            trial.strike(() -> {
                rig.hub(0).kill();
                rig.hub(0).start();
            });
            trial.assertKept();
        }
    }

    @Test
    void aHubThatHangsBeyondItsSessionIsFencedWhenItComesBack() throws Exception {
        try (Trial trial = trial("SIGSTOP of one of two hubs for " + FROZEN.toSeconds() + " s, then SIGCONT")) {
            trial.awaitAccepted(0.3);
            trial.hang(() -> {
                rig.hub(0).freeze();
                TimeUnit.NANOSECONDS.sleep(FROZEN.toNanos());
                rig.hub(0).thaw();
            });
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    @Test
    void withTheBrokerAwaySendersAreAskedToComeBackAndAllGoesOnByItself() throws Exception {
        try (Trial trial = trial("broker away for " + AWAY.toSeconds() + " s")) {
            trial.awaitAccepted(0.3);
            trial.strike(() -> {
                broker.process().kill();
                TimeUnit.NANOSECONDS.sleep(AWAY.toNanos());
                broker.restart();
            });
            assertThat(trial.senders().told503()).as("503 while it was away").isPositive();
            assertThat(trial.senders().withoutRetryAfter()).isZero();
            assertThat(trial.senders().slowest()).isLessThan(Duration.ofSeconds(30));
            trial.note("told503", trial.senders().told503());
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    /** Paced, so that it still goes on when the fault is over. */
    private static Trial trial(String fault) {
        return rig.trial(fault, EVENTS, EVENTS / 10, Duration.ofMillis(200));
    }
}
