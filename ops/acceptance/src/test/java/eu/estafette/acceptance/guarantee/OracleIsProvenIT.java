package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.acceptance.Jvm;
import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.broken.Break;
import eu.estafette.acceptance.oracle.GuaranteeReport;
import eu.estafette.acceptance.oracle.History;
import eu.estafette.acceptance.oracle.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hub with one spot broken on purpose is found out by the oracle, whichever spot that is. */
@Tag("guarantee")
class OracleIsProvenIT {

    private static final int EVENTS = 400;

    /** What has not come by then is lost. */
    private static final Duration QUIET = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theOracleFindsOutABrokenHub(Break broken) throws Exception {
        try (Partners partners = Partners.start(2, new History())) {
            String config = partners.write(folder.resolve("config")).toString();
            List<Course> courses = new Courses(partners.names(), "B").of(EVENTS / 10, EVENTS, 0);
            Jvm hub = Jvm.brokenHub(broken.name(), folder, 0, "--config", config);
            int port = Estate.portOf(hub.address());
            try (Trial trial = Trial.start(
                    "broken: " + broken.title(), List.of(new PartnerApi(hub.address())), partners, courses)) {
                trial.awaitAccepted(0.5);
                Jvm killed = hub;
                hub = trial.strike(() -> {
                    killed.kill();
                    return Jvm.brokenHub(broken.name(), folder, port, "--config", config);
                });
                Verdict verdict = trial.judge(QUIET);
                GuaranteeReport.ofThisBuild().oracle(broken.title(), !verdict.isClean(), found(verdict));
                assertThat(verdict.isClean()).as("%s goes unseen", broken).isFalse();
            } finally {
                hub.close();
            }
        }
    }

    private static String found(Verdict verdict) {
        return verdict.faults().entrySet().stream()
                .filter(kind -> !kind.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .map(kind -> kind.getKey() + ": " + kind.getValue().size())
                .collect(Collectors.joining(", "));
    }
}
