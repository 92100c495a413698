package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One hub of four processes with different roles: two that route and deliver, of which one is stopped under load. The other takes over within
 * the 10 s that are promised; afterwards the sums of the day add up and the journal is as it was sealed.
 */
@Tag("guarantee")
class RolesSpreadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LONGEST_STALL = Duration.ofSeconds(10);
    private static final int EVENTS = 400;
    private static final int SENDERS = 2;

    @TempDir
    Path folder;

    @Test
    void aProcessThatStopsIsReplacedByAnotherWithoutALongStall() throws Exception {
        List<String> persons = Bsn.numbers(EVENTS);
        List<Referral> referrals = IntStream.range(0, EVENTS)
                .mapToObj(n -> Referral.of(n, persons.get(n)))
                .toList();
        try (Receiver coaches = Receiver.start();
                Deployment hub = new Deployment(folder, Parties.write(folder.resolve("config"), coaches.url()))) {
            Jvm door = hub.hub("ingest");
            Jvm desk = hub.hub("console");
            Jvm first = hub.hub("router,delivery");
            Jvm second = hub.hub("router,delivery");
            for (Jvm process : List.of(door, desk, first, second)) {
                assertHealthy(hub.api(process));
            }

            try (Load load = Load.start(hub.api(door), referrals, SENDERS);
                    Stall stall = Stall.watch(coaches)) {
                await().atMost(PATIENCE).until(() -> coaches.notices().size() >= EVENTS / 4);
                stall.begin();
                first.close();
                await().atMost(PATIENCE).until(() -> coaches.notices().size() >= EVENTS);
                assertThat(load.accepted()).hasSize(EVENTS);
                System.out.printf(
                        "{\"fault\":\"one of two processes stopped\",\"accepted\":%d,\"delivered\":%d,\"longestStallMillis\":%d,\"repeatedCalls\":%d}%n",
                        EVENTS, coaches.notices().size(), stall.longest().toMillis(), coaches.repeatedCalls());
                assertThat(coaches.twoContents()).isEmpty();
                assertThat(stall.longest()).isLessThan(LONGEST_STALL);
            }
            assertHealthy(hub.api(second));
            assertAllAddsUp(hub, desk);
            assertTheJournalIsAsItWasSealed(hub);
        }
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

    /** The longest time in which a receiver got nothing new. */
    private static final class Stall implements AutoCloseable {

        private static final long LOOK_NANOS = 20_000_000;

        private final AtomicLong longest = new AtomicLong();
        private final Thread watcher;

        private Stall(Receiver receiver) {
            watcher = Thread.ofVirtual().start(() -> {
                long since = System.nanoTime();
                int seen = receiver.notices().size();
                while (!Thread.currentThread().isInterrupted()) {
                    int now = receiver.notices().size();
                    long gap = System.nanoTime() - since;
                    longest.accumulateAndGet(gap, Math::max);
                    if (now != seen) {
                        seen = now;
                        since = System.nanoTime();
                    }
                    LockSupport.parkNanos(LOOK_NANOS);
                }
            });
        }

        static Stall watch(Receiver receiver) {
            return new Stall(receiver);
        }

        /** What was before does not count: the first notices wait for the group to form. */
        void begin() {
            longest.set(0);
        }

        Duration longest() {
            return Duration.ofNanos(longest.get());
        }

        @Override
        public void close() {
            watcher.interrupt();
        }
    }
}
