package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.oracle.GuaranteeReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So much waits for one party that nothing may look at all of it: neither who starts, nor who delivers, nor the desk. */
@Tag("guarantee")
class BacklogIT {

    private static final int WAITING = Integer.getInteger("estafette.guarantee.backlog", 20_000);
    private static final Duration RESPONSIVE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String AWAY = "jobcoach-0";

    @TempDir
    static Path folder;

    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        rig = Rig.start(folder, 3, 1, OneBroker.start(folder));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void whatWaitsForOnePartyHoldsUpNeitherTheOthersNorTheDeskNorAStart() throws Exception {
        // Given
        PartnerApi api = rig.estate().api(rig.hub(0));
        rig.partners().get(AWAY).goDown();
        List<Course> one = new Courses(rig.partners().names(), "template").of(1, 4, 9_000);
        Map<String, Object> figures = new LinkedHashMap<>(Map.of("waiting", WAITING));
        try (Trial first = Trial.start("none", List.of(api), rig.partners(), one)) {
            first.awaitDelivered(receiver -> !receiver.equals(AWAY));
            await().atMost(PATIENCE).until(() -> waiting(api) > 0);
        }

        // When
        new Multiplier(rig.estate())
                .multiply(AWAY, notice -> notice.getEvent().getType().endsWith("moved"), WAITING);
        await().atMost(PATIENCE).until(() -> waiting(api) > WAITING);

        // Then
        figures.putAll(othersGoOn("waiting"));
        rig.hub(0).kill();
        long begun = System.nanoTime();
        rig.hub(0).start();
        figures.put(
                "secondsToStart", Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        figures.putAll(othersGoOn("afterTheStart"));
        GuaranteeReport.ofThisBuild().measured("notices waiting for one party", figures);
    }

    private Map<String, Object> othersGoOn(String when) throws Exception {
        PartnerApi api = rig.estate().api(rig.hub(0));
        try (Trial trial = rig.trial("none", 1_000, 100);
                Probe probe = new Probe(api)) {
            trial.awaitDelivered(receiver -> !receiver.equals(AWAY));
            assertThat(probe.failures())
                    .as("looks at the desk without an answer")
                    .isZero();
            assertThat(probe.p99()).isLessThan(RESPONSIVE);
            assertThat(trial.senders().slowest()).isLessThan(Duration.ofSeconds(10));
            return Map.of(
                    when + ".p99OfDeskMillis", probe.p99().toMillis(),
                    when + ".slowestAnswerMillis", trial.senders().slowest().toMillis());
        }
    }

    private static long waiting(PartnerApi api) throws Exception {
        return PartnerApi.JSON
                .readTree(api.get("/api/ops/status", api.token("operator")).body())
                .at("/notices/waiting")
                .asLong();
    }
}
