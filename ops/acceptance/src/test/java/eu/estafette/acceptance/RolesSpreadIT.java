package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.acceptance.oracle.GuaranteeReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One hub of four processes with different roles: two that route and deliver, of which one is stopped or killed under load. The other takes
 * over within the 10 or 15 s that are promised; afterwards the sums of the day add up and the journal is as it was sealed.
 */
@Tag("guarantee")
class RolesSpreadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOPPED = Duration.ofSeconds(10);

    /** Session of 6 s, and what it takes to begin where the other ended. */
    private static final Duration KILLED = Duration.ofSeconds(15);

    /** As it is by itself where topics have three replicas. */
    private static final String STANDBY = "estafette.router.standby-replicas=1";

    private static final int EVENTS = 400;
    private static final int SENDERS = 2;

    @TempDir
    Path folder;

    @Test
    void aProcessThatStopsIsReplacedByAnotherWithoutALongStall() throws Exception {
        spread("one of two processes stopped", STOPPED, Jvm::close);
    }

    @Test
    void aProcessThatIsKilledIsReplacedByItsStandby() throws Exception {
        spread("kill -9 of one of two processes that stand by for each other", KILLED, Jvm::kill);
    }

    /** What is done to a process. */
    private interface Fault {
        void strike(Jvm process) throws Exception;
    }

    private void spread(String what, Duration longestStall, Fault fault) throws Exception {
        List<String> persons = Bsn.numbers(EVENTS);
        List<Referral> referrals = IntStream.range(0, EVENTS)
                .mapToObj(n -> Referral.of(n, persons.get(n)))
                .toList();
        try (Receiver coaches = Receiver.start();
                Deployment hub = new Deployment(folder, Parties.write(folder.resolve("config"), coaches.url()))) {
            Jvm door = hub.hub("ingest");
            Jvm desk = hub.hub("console");
            Jvm first = hub.hub("router,delivery", STANDBY);
            Jvm second = hub.hub("router,delivery", STANDBY);
            for (Jvm process : List.of(door, desk, first, second)) {
                assertHealthy(hub.api(process));
            }

            try (Load load = Load.start(hub.api(door), referrals, SENDERS)) {
                await().atMost(PATIENCE).until(() -> coaches.notices().size() >= EVENTS / 4);
                Instant struck = Instant.now();
                fault.strike(first);
                await().atMost(PATIENCE).until(() -> coaches.notices().size() >= EVENTS);
                assertThat(load.accepted()).hasSize(EVENTS);
                Duration stall = longestStall(load, coaches, struck);
                GuaranteeReport.ofThisBuild()
                        .measured(
                                what,
                                Map.of(
                                        "accepted",
                                        EVENTS,
                                        "delivered",
                                        coaches.notices().size(),
                                        "longestStallMillis",
                                        stall.toMillis(),
                                        "repeatedCalls",
                                        coaches.repeatedCalls()));
                assertThat(coaches.twoContents()).isEmpty();
                assertThat(stall).isLessThan(longestStall);
            }
            assertHealthy(hub.api(second));
            assertAllAddsUp(hub, desk);
            assertTheJournalIsAsItWasSealed(hub);
        }
    }

    /** The longest that an accepted event had to wait for its way to its receiver, from then on. */
    private static Duration longestStall(Load load, Receiver receiver, Instant from) {
        Map<String, Instant> arrivals = receiver.arrivals();
        return load.acceptedAt().entrySet().stream()
                .map(accepted -> {
                    Instant begin = accepted.getValue().isBefore(from) ? from : accepted.getValue();
                    return Duration.between(begin, arrivals.get(accepted.getKey()));
                })
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void assertHealthy(PartnerApi api) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        api.json("/actuator/health", "").path("status").asText())
                .isEqualTo("UP"));
    }

    private static void assertAllAddsUp(Deployment hub, Jvm desk) throws Exception {
        Command reconciled = Command.run(Stream.concat(Stream.of("reconcile", "--json"), hub.asking(desk).stream())
                .toList());
        JsonNode report = reconciled.json();
        assertThat(reconciled.exit()).as(reconciled.out()).isZero();
        assertThat(row(report.path("senders"), "gemeente-oost").path("accepted").asInt())
                .isEqualTo(EVENTS);
        assertThat(row(report.path("senders"), "gemeente-oost").path("routed").asInt())
                .isEqualTo(EVENTS);
        assertThat(row(report.path("receivers"), "jobcoach-noord")
                        .path("delivered")
                        .asInt())
                .isGreaterThanOrEqualTo(EVENTS);

        PartnerApi api = hub.api(desk);
        JsonNode own = api.json("/api/reconciliation/" + report.path("day").asText(), api.token("gemeente-oost"));
        assertThat(own.path("sent").path("accepted").asInt()).isEqualTo(EVENTS);
        assertThat(own.toString()).doesNotContain("jobcoach-noord");
        assertThat(api.get("/api/ops/reconciliation/today", api.token("gemeente-oost"))
                        .statusCode())
                .isEqualTo(403);
    }

    private static void assertTheJournalIsAsItWasSealed(Deployment hub) throws Exception {
        List<String> verify = new ArrayList<>(List.of("journal", "verify", "--json"));
        verify.addAll(hub.journal());
        await().atMost(PATIENCE).untilAsserted(() -> {
            Command verified = Command.run(verify);
            assertThat(verified.exit()).as(verified.out()).isZero();
            assertThat(verified.json().path("verified").asInt()).isGreaterThan(2 * EVENTS);
            assertThat(verified.json().path("unsealed").asInt()).isZero();
        });
    }

    private static JsonNode row(JsonNode rows, String party) {
        for (JsonNode row : rows) {
            if (row.path("party").asText().equals(party)) {
                return row;
            }
        }
        throw new AssertionError("no sums of " + party + " in " + rows);
    }
}
