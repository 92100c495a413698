package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1 and P3 on two hubs under faults that take long: many kills, a long hang, Kafka unreachable, processes that come and go. */
@Tag("guarantee")
class LongFaultsIT {

    private static final long SEED = Long.getLong("estafette.guarantee.seed", System.nanoTime());
    /** A kill, the pause before it and the start after it take about so long. */
    private static final Duration KILL = Duration.ofSeconds(10);

    private static final Duration BETWEEN_COMINGS_AND_GOINGS = Duration.ofSeconds(5);

    @TempDir
    static Path folder;

    private static OneBroker broker;
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start(folder);
        rig = Rig.start(folder, Sizes.PAIRS, 2, broker);
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
    }

    @Test
    void hubsThatAreKilledAtRandomMomentsLoseNothing() throws Exception {
        var random = new Random(SEED);
        try (Trial trial = trial(
                "kill -9 of a hub, " + Sizes.KILLS + " times at random moments", KILL.multipliedBy(Sizes.KILLS))) {
            trial.note("seed", SEED);
            for (int kill = 0; kill < Sizes.KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
                HubProcess hub = rig.hub(random.nextInt(2));
                trial.strike(() -> {
                    hub.kill();
                    hub.start();
                });
            }
            trial.note("acceptedWhileKilling", trial.acceptedCount());
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    @Test
    void aHubThatHangsForLongIsFencedWhenItComesBack() throws Exception {
        Duration frozen = Sizes.LONG.multipliedBy(3).dividedBy(2);
        try (Trial trial =
                trial("SIGSTOP of a hub for " + frozen.toSeconds() + " s, then SIGCONT", frozen.multipliedBy(2))) {
            trial.awaitAccepted(0.1);
            trial.hang(() -> {
                rig.hub(1).freeze();
                TimeUnit.NANOSECONDS.sleep(frozen.toNanos());
                rig.hub(1).thaw();
            });
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    @Test
    void kafkaThatDoesNotAnswerForAWhileCostsNothing() throws Exception {
        try (Trial trial =
                trial("Kafka unreachable for " + Sizes.LONG.toSeconds() + " s", Sizes.LONG.multipliedBy(2))) {
            trial.awaitAccepted(0.1);
            trial.strike(() -> {
                // connections stay open and nobody answers: what a cut network looks like
                broker.process().signal("STOP");
                TimeUnit.NANOSECONDS.sleep(Sizes.LONG.toNanos());
                broker.process().signal("CONT");
            });
            assertThat(trial.senders().told503()).as("503 while it was away").isPositive();
            assertThat(trial.senders().withoutRetryAfter()).isZero();
            trial.note("told503", trial.senders().told503());
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    @Test
    void processesThatComeAndGoLeaveOrderAndContent() throws Exception {
        Duration storm = Sizes.LONG.multipliedBy(3);
        try (Trial trial = trial("rebalance storm for " + storm.toSeconds() + " s", storm)) {
            trial.strike(() -> {
                try (var expulsions = Expulsions.start(rig.estate().kafka(), trial, BETWEEN_COMINGS_AND_GOINGS)) {
                    comeAndGo(trial, Instant.now().plus(storm));
                    trial.note("expulsions", expulsions.count());
                }
            });
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    /** As often as a process can start here. */
    private static void comeAndGo(Trial trial, Instant end) throws Exception {
        int changes = 0;
        while (Instant.now().isBefore(end)) {
            HubProcess guest = rig.estate().hub("guest");
            TimeUnit.NANOSECONDS.sleep(BETWEEN_COMINGS_AND_GOINGS.toNanos());
            if (changes % 2 == 0) {
                guest.close();
            } else {
                guest.kill();
            }
            changes++;
        }
        trial.note("comingsAndGoings", changes);
    }

    private static Trial trial(String fault, Duration lasting) {
        return rig.trial(fault, Sizes.EVENTS, Sizes.CASES, Trial.pace(Sizes.EVENTS, lasting));
    }
}
