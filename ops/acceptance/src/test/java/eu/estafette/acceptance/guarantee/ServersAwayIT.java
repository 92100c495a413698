package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.acceptance.PartnerApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1 while a server beside Kafka is away, or Kafka's disk takes no more: accepted is kept, and all recovers by itself. */
@Tag("guarantee")
class ServersAwayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a file of a broker may grow to while its disk is full. */
    private static final int FULL_BYTES = 64 * 1024;

    @TempDir
    static Path folder;

    private static OneBroker broker;
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        broker = OneBroker.start(folder);
        rig = Rig.start(folder, Sizes.PAIRS, 1, broker);
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
    }

    @Test
    void withoutTheRegistryAHubGoesOnAndStarts() throws Exception {
        try (Trial first = trial("none")) {
            first.awaitDelivered(any -> true);
        }
        try (Trial trial = trial("registry away, at a start of the hub and after it")) {
            trial.awaitAccepted(0.2);
            trial.strike(() -> {
                rig.estate().registry().kill();
                rig.hub(0).kill();
                rig.hub(0).start();
                trial.awaitAccepted(0.8);
                rig.estate().restartRegistry();
            });
            trial.assertKept();
        }
    }

    @Test
    void withoutTheDatabaseEventsFlowAndTheDeskSaysThatItIsAway() throws Exception {
        PartnerApi api = rig.estate().api(rig.hub(0));
        String operator = api.token("operator");
        try (Trial trial = trial("PostgreSQL away")) {
            trial.awaitAccepted(0.2);
            trial.strike(() -> {
                rig.estate().databaseCable().cut();
                trial.awaitAccepted(0.8);
                assertThat(api.get("/api/ops/status", operator).statusCode())
                        .as("the desk says that it cannot tell")
                        .isEqualTo(503);
                rig.estate().databaseCable().mend();
            });
            trial.assertKept();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            api.get("/api/ops/status", operator).statusCode())
                    .isEqualTo(200));
        }
    }

    @Test
    void withTheBrokersDiskFullSendersAreAskedToComeBackAndNothingAcceptedIsLost() throws Exception {
        try (Trial trial = trial("disk full at the broker")) {
            trial.awaitAccepted(0.3);
            trial.strike(() -> {
                // writes beyond it fail, as on a full disk; no privileges needed
                new ProcessBuilder(
                                "prlimit",
                                "--pid",
                                Long.toString(broker.process().pid()),
                                "--fsize=" + FULL_BYTES)
                        .inheritIO()
                        .start()
                        .waitFor();
                await().atMost(PATIENCE).until(() -> trial.senders().told503() > 0);
                TimeUnit.SECONDS.sleep(5);
                broker.process().kill();
                broker.restart();
            });
            assertThat(trial.senders().withoutRetryAfter()).isZero();
            trial.note("told503", trial.senders().told503());
            trial.assertKept();
            rig.assertNothingTwiceInKafka();
        }
    }

    private static Trial trial(String fault) {
        return rig.trial(fault, Sizes.EVENTS, Sizes.CASES, Trial.pace(Sizes.EVENTS, Duration.ofSeconds(30)));
    }
}
