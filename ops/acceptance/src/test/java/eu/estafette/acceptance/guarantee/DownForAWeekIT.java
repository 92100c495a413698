package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.acceptance.PartnerApi;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner that is away for a week of the hub's time: the others notice nothing, and it gets all that is its, in order per case. */
@Tag("guarantee")
class DownForAWeekIT {

    private static final int DAYS = 7;
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    @Test
    void oneThatIsDownForAWeekGetsAllInOrderAfterwards() throws Exception {
        try (Rig rig =
                Rig.start(folder, Sizes.PAIRS, 1, OneBroker.start(folder), "-Destafette.local.time-machine=" + BEGIN)) {
            PartnerApi desk = rig.estate().api(rig.hub(0));
            Partner away = rig.partners().get("jobcoach-0");
            away.goDown();
            try (Trial trial = rig.trial(
                    "a partner is down for " + DAYS + " days of the hub's time",
                    Sizes.EVENTS,
                    Sizes.CASES,
                    Trial.pace(Sizes.EVENTS, Duration.ofSeconds(20)))) {
                trial.strike(() -> {
                    for (int day = 1; day <= DAYS; day++) {
                        trial.awaitAccepted((double) day / DAYS);
                        Instant morning = BEGIN.plus(day, ChronoUnit.DAYS);
                        assertThat(desk.put("/api/ops/clock", desk.token("operator"), "{\"now\":\"" + morning + "\"}")
                                        .statusCode())
                                .isEqualTo(200);
                    }
                    trial.awaitDelivered(receiver -> !receiver.equals(away.id()));
                    trial.note("waiting", trial.missing().size());
                    assertThat(trial.missing()).isNotEmpty();
                    away.comeBack();
                });
                trial.assertKept();
            }
        }
    }
}
