package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.oracle.History;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P1 and P3 on two hubs that share one broker: one hangs and comes back, one is killed, the broker goes away. */
class SeveralHubsGuaranteeIT {

    private static final int EVENTS = Integer.getInteger("estafette.acceptance.several.events", 500);
    private static final int CASES = EVENTS / 10;

    /** Longer than the sessions of the router and the delivery, 6 s. */
    private static final Duration FROZEN = Duration.ofSeconds(9);

    private static final Duration AWAY = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static Partners partners;
    private static Estate estate;
    private static HubProcess first;
    private static HubProcess second;
    private static List<PartnerApi> hubs;
    private static int persons;

    @BeforeAll
    static void start() throws Exception {
        partners = Partners.start(3, new History());
        estate = new Estate(
                folder,
                partners.write(folder.resolve("config")),
                partners.names().all());
        first = estate.hub("first");
        second = estate.hub("second");
        hubs = List.of(estate.api(first), estate.api(second));
    }

    @AfterAll
    static void stop() throws Exception {
        estate.close();
        partners.close();
    }

    @Test
    void aHubThatIsKilledLosesNothingAndTheOtherGoesOn() throws Exception {
        try (Trial trial = trial("kill -9 of one of two hubs")) {
            trial.awaitAccepted(0.3);
            trial.strike(() -> {
                first.kill();
                first.start();
            });
            trial.assertKept();
        }
    }

    @Test
    void aHubThatHangsBeyondItsSessionIsFencedWhenItComesBack() throws Exception {
        try (Trial trial = trial("SIGSTOP of one of two hubs beyond its session, then SIGCONT")) {
            trial.awaitAccepted(0.3);
            trial.strike(() -> {
                first.freeze();
                TimeUnit.NANOSECONDS.sleep(FROZEN.toNanos());
                first.thaw();
            });
            trial.assertKept();
            assertNothingTwiceInKafka();
        }
    }

    @Test
    void withTheBrokerAwaySendersAreAskedToComeBackAndAllGoesOnByItself() throws Exception {
        try (Trial trial = trial("broker away for " + AWAY.toSeconds() + " s")) {
            trial.awaitAccepted(0.3);
            trial.strike(() -> {
                estate.broker().kill();
                TimeUnit.NANOSECONDS.sleep(AWAY.toNanos());
                estate.restartBroker();
            });
            trial.note("told503", trial.senders().told503());
            assertThat(trial.senders().told503()).as("503 while it was away").isPositive();
            assertThat(trial.senders().withoutRetryAfter()).isZero();
            assertThat(trial.senders().slowest()).isLessThan(Duration.ofSeconds(30));
            trial.assertKept();
            assertNothingTwiceInKafka();
        }
    }

    private static void assertNothingTwiceInKafka() {
        var committed = new Committed(estate.kafka());
        assertThat(committed.noticesTwice()).as("notices on the lanes").isEmpty();
        assertThat(committed.receiptsTwice()).as("receipts").isEmpty();
    }

    private static Trial trial(String fault) {
        List<Course> courses = new Courses(partners.names(), "R" + persons).of(CASES, EVENTS, persons);
        persons += CASES;
        return Trial.start(fault, hubs, partners, courses, Duration.ofMillis(200));
    }
}
