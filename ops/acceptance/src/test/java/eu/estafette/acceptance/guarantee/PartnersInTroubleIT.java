package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.acceptance.oracle.Cause;
import eu.estafette.acceptance.oracle.History;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P4 and P3: one of many partners is in trouble, each time in another way. All others have all that is theirs while it still is; when it is
 * well again it gets the rest, in order. The others' 99th percentile is reported beside that of a run without trouble.
 */
@Tag("guarantee")
class PartnersInTroubleIT {

    private static final int PAIRS = Integer.getInteger("estafette.guarantee.partner.pairs", 25);
    private static final String BAD = "jobcoach-0";
    private static final Predicate<String> OTHERS = receiver -> !receiver.equals(BAD);
    private static final Reply UNAVAILABLE = Reply.status(503);

    @TempDir
    static Path folder;

    private static Rig rig;
    private static Partner bad;
    private static long usual;

    @BeforeAll
    static void start() throws Exception {
        rig = Rig.start(folder, PAIRS, 1, OneBroker.start(folder));
        bad = rig.partners().get(BAD);
        // the first run warms the machine up
        try (Trial trial = trial("none")) {
            trial.awaitDelivered(any -> true);
        }
        try (Trial trial = trial("none, " + 2 * PAIRS + " parties")) {
            trial.awaitDelivered(any -> true);
            usual = trial.p99(OTHERS).toMillis();
            trial.note("p99OfOthersMillis", usual);
            trial.assertKept();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
    }

    @Test
    void oneThatIsDown() throws Exception {
        bad.goDown();
        others("a partner is down", () -> bad.comeBack());
    }

    @Test
    void oneThatIsSlow() throws Exception {
        bad.behave(any -> Reply.slow(Duration.ofSeconds(15)));
        others("a partner takes 15 s for each call", PartnersInTroubleIT::behaveWell);
    }

    @Test
    void oneThatFlaps() throws Exception {
        var calls = new AtomicInteger();
        bad.behave(any -> calls.incrementAndGet() % 2 == 0 ? Reply.OK : UNAVAILABLE);
        others("a partner answers every second call 503", PartnersInTroubleIT::behaveWell);
    }

    @Test
    void oneThatClosesWhileItAnswers() throws Exception {
        Set<Cause> seen = ConcurrentHashMap.newKeySet();
        bad.behave(cause -> seen.add(cause) ? new Reply.CloseWhileAnswering() : Reply.OK);
        others("a partner answers 200 and closes in the middle", PartnersInTroubleIT::behaveWell);
    }

    @Test
    void oneThatTakesItAndAnswersTooLate() throws Exception {
        Set<Cause> seen = ConcurrentHashMap.newKeySet();
        bad.behave(cause -> seen.add(cause) ? Reply.slow(Duration.ofSeconds(22)) : Reply.OK);
        others("a partner keeps what comes and answers too late", PartnersInTroubleIT::behaveWell);
    }

    @Test
    void oneThatFailsOnOneCase() throws Exception {
        bad.behave(cause -> cause.businessKey().endsWith("-0") ? Reply.status(500) : Reply.OK);
        others("a partner answers 500 for one case only", PartnersInTroubleIT::behaveWell);
    }

    @Test
    void oneThatIsGone() throws Exception {
        bad.behave(any -> Reply.status(410));
        others("a partner answers 410", () -> {
            behaveWell();
            restartHub();
        });
    }

    @Test
    void oneWithAWrongCertificate() throws Exception {
        try (Partner wrong = Partner.start(BAD, SelfSigned.server(folder), new History())) {
            rig.partners().write(folder.resolve("config"), Map.of(BAD, wrong.url()));
            restartHub();
            others("a partner shows a wrong certificate", () -> {
                rig.partners().write(folder.resolve("config"));
                restartHub();
            });
        }
    }

    /** A run in which the trouble lasts until all others have all that is theirs. */
    private static void others(String trouble, Trial.Strike heal) throws Exception {
        try (Trial trial = trial(trouble)) {
            trial.strike(() -> {
                trial.awaitDelivered(OTHERS);
                trial.note("p99OfOthersMillis", trial.p99(OTHERS).toMillis());
                trial.note("p99WithoutTroubleMillis", usual);
                assertThat(trial.missing())
                        .as("waits for the partner in trouble alone")
                        .allMatch(one -> one.contains(BAD));
                heal.run();
            });
            trial.assertKept();
        } finally {
            behaveWell();
        }
    }

    private static void behaveWell() {
        bad.behave(any -> Reply.OK);
    }

    private static void restartHub() throws Exception {
        rig.hub(0).close();
        rig.hub(0).start();
    }

    /** At a pace that leaves the machine room: what is measured is whether lanes wait for each other. */
    private static Trial trial(String fault) {
        return rig.trial(fault, Sizes.EVENTS, Sizes.CASES, Trial.pace(Sizes.EVENTS, Duration.ofSeconds(20)));
    }
}
