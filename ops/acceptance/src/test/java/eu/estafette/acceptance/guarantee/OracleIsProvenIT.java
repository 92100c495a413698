package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.acceptance.Jvm;
import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.broken.Break;
import eu.estafette.acceptance.oracle.GuaranteeReport;
import eu.estafette.acceptance.oracle.History;
import eu.estafette.acceptance.oracle.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FORGET_A_PARKED_CASE")
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

    /** That a case waits behind a dead notice is no fault; that its later ones do not is. */
    @Test
    void theOracleFindsOutAHubThatForgetsAParkedCase() throws Exception {
        var broken = Break.FORGET_A_PARKED_CASE;
        Verdict whole = withADeadNotice("", "one notice refused for good, and the hub killed");
        assertThat(whole.lost()).as("waits").isNotEmpty();
        assertThat(whole.overtaken()).isEmpty();

        Verdict forgetful = withADeadNotice(broken.name(), "broken: " + broken.title());
        GuaranteeReport.ofThisBuild()
                .oracle(broken.title(), !forgetful.overtaken().isEmpty(), found(forgetful));
        assertThat(forgetful.overtaken()).as("%s goes unseen", broken).isNotEmpty();
    }

    private Verdict withADeadNotice(String broken, String fault) throws Exception {
        Path data = Files.createTempDirectory(folder, "hub");
        try (Partners partners = Partners.start(2, new History())) {
            String config = partners.write(data.resolve("config")).toString();
            partners.get("jobcoach-0")
                    .behave(cause -> cause.businessKey().equals("REF-P-0") ? Reply.status(400) : Reply.OK);
            // all cases at once, so that this one goes on after the kill
            List<Course> courses = new Courses(partners.names(), "P").of(16, EVENTS, 0);
            Jvm hub = Jvm.brokenHub(broken, data, 0, "--config", config);
            int port = Estate.portOf(hub.address());
            List<PartnerApi> api = List.of(new PartnerApi(hub.address()));
            try (Trial trial = Trial.start(fault, api, partners, courses, Trial.pace(EVENTS, Duration.ofSeconds(60)))) {
                trial.awaitAccepted(0.6);
                Jvm killed = hub;
                hub = trial.strike(() -> {
                    killed.kill();
                    return Jvm.brokenHub(broken, data, port, "--config", config);
                });
                return trial.judge(QUIET);
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
