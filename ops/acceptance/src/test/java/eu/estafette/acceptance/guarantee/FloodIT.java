package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.acceptance.PartnerApi;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too much of something: intake and desk stay responsive, and the others' cases go on. */
@Tag("guarantee")
class FloodIT {

    private static final int COPIES = Integer.getInteger("estafette.guarantee.copies", 2_000);
    private static final int WAITING = Integer.getInteger("estafette.guarantee.waiting", 2_000);
    private static final Duration RESPONSIVE = Duration.ofSeconds(3);
    private static final int TEN_MEBIBYTES = 10 * 1024 * 1024;

    @TempDir
    static Path folder;

    private static Rig rig;
    private static PartnerApi api;

    @BeforeAll
    static void start() throws Exception {
        rig = Rig.start(folder, 3, 1, OneBroker.start(folder));
        api = rig.estate().api(rig.hub(0));
        try (Trial first = rig.trial("none", 100, 10)) {
            first.awaitDelivered(any -> true);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
    }

    @Test
    void copiesOfOneFailingMessageHoldUpNobody() throws Exception {
        List<Course> course = new Courses(rig.partners().names(), "flood").of(1, 3, 900);
        try (Trial first = Trial.start("none", List.of(api), rig.partners(), course)) {
            first.awaitDelivered(any -> true);
        }
        Course.Event good = course.getFirst().events().getFirst();
        String token = api.token(good.sender());
        // the same key with other content: every copy is refused by the router, after it was accepted
        String failing = good.json().replace("\"Jansen\"", "\"Janssen\"").replace("JOB_COACHING", "TRAINING");
        try (Trial trial = rig.trial(COPIES + " copies of one failing message", 500, 50);
                Probe probe = new Probe(api);
                ExecutorService senders = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> posts = IntStream.range(0, COPIES)
                    .<Callable<Integer>>mapToObj(n -> () -> api.postEvent(
                                    token,
                                    failing.replace("\"id\":\"" + good.planned().eventId(), "\"id\":\"copy-" + n))
                            .statusCode())
                    .toList();
            for (Future<Integer> post : senders.invokeAll(posts)) {
                assertThat(post.get()).isEqualTo(202);
            }
            trial.awaitDelivered(any -> true);
            assertResponsive(trial, probe);
            trial.assertKept();
        }
    }

    @Test
    void aBodyOfTenMebibytesIsRefused() throws Exception {
        String token = api.token("gemeente-0");
        HttpResponse<String> answer = api.postEvent(token, "{\"data\":\"" + "x".repeat(TEN_MEBIBYTES) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(api.postEvent(token, "{").statusCode()).isEqualTo(400);
    }

    @Test
    void whatWaitsForOnePartyHoldsUpNoOther() throws Exception {
        Partner down = rig.partners().get("jobcoach-0");
        down.goDown();
        // every case has one coach organisation in three, and half of what happens is for it
        int events = WAITING * 6;
        try (Trial trial = rig.trial("about " + WAITING + " notices wait for one party", events, events / 20);
                Probe probe = new Probe(api)) {
            trial.strike(() -> {
                trial.awaitDelivered(receiver -> !receiver.equals(down.id()));
                trial.note("waiting", trial.missing().size());
                assertResponsive(trial, probe);
                down.comeBack();
            });
            trial.assertKept();
        }
    }

    private static void assertResponsive(Trial trial, Probe probe) {
        trial.note("p99OfDeskMillis", probe.p99().toMillis());
        trial.note("slowestAnswerMillis", trial.senders().slowest().toMillis());
        assertThat(probe.failures()).as("looks at the desk without an answer").isZero();
        assertThat(probe.p99()).isLessThan(RESPONSIVE);
        assertThat(trial.senders().slowest()).isLessThan(Duration.ofSeconds(10));
    }
}
