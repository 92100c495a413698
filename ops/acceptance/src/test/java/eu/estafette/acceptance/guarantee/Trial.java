package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.oracle.GuaranteeReport;
import eu.estafette.acceptance.oracle.History;
import eu.estafette.acceptance.oracle.Oracle;
import eu.estafette.acceptance.oracle.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One load under one kind of fault: it goes on while the fault strikes, is waited for, judged and reported. */
final class Trial implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int AT_ONCE = 16;

    private final String fault;
    private final History history;
    private final int events;
    private final Senders senders;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    private Trial(String fault, History history, int events, Senders senders) {
        this.fault = fault;
        this.history = history;
        this.events = events;
        this.senders = senders;
    }

    /** Sends as fast as the hubs take it. */
    static Trial start(String fault, List<PartnerApi> hubs, Partners partners, List<Course> courses) {
        return start(fault, hubs, partners, courses, Duration.ZERO);
    }

    /** @param pace pause after each event of a case */
    static Trial start(String fault, List<PartnerApi> hubs, Partners partners, List<Course> courses, Duration pace) {
        var history = new History();
        partners.each(partner -> partner.tell(history));
        int events = courses.stream().mapToInt(course -> course.events().size()).sum();
        return new Trial(fault, history, events, Senders.start(hubs, history, courses, AT_ONCE, pace));
    }

    /** Something that is done to the hubs, and undone again. */
    interface Strike {
        void run() throws Exception;
    }

    /** The same where something comes of it. */
    interface Replacement<T> {
        T run() throws Exception;
    }

    /** Runs a fault from its beginning until all is whole again, and remembers when that was. */
    void strike(Strike strike) throws Exception {
        strike(() -> {
            strike.run();
            return "";
        });
    }

    /** The same, and gives what came of it. */
    <T> T strike(Replacement<T> strike) throws Exception {
        Instant from = Instant.now();
        try {
            return strike.run();
        } finally {
            history.fault(from, Instant.now());
        }
    }

    Senders senders() {
        return senders;
    }

    /** Another figure for the report. */
    void note(String name, Object value) {
        figures.put(name, value);
    }

    /** Until that part of the events is accepted. */
    void awaitAccepted(double part) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> history.acceptedCount() >= part * events);
    }

    /** Waits until all is sent and all that must arrive has, and judges; does not complain. */
    Verdict judge(Duration patience) throws IOException {
        await().atMost(patience).until(senders::isFinished);
        int before = -1;
        Instant quietSince = Instant.now();
        Instant end = Instant.now().plus(patience);
        // what is lost never comes: nothing new for a while ends the waiting, too
        while (Instant.now().isBefore(end) && !Oracle.missing(history).isEmpty()) {
            int now = history.keptCount();
            if (now != before) {
                before = now;
                quietSince = Instant.now();
            } else if (quietSince.plus(Duration.ofSeconds(60)).isBefore(Instant.now())) {
                break;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(200).toNanos());
        }
        Verdict verdict = Oracle.judge(history);
        GuaranteeReport.ofThisBuild().run(fault, verdict, figures);
        return verdict;
    }

    /** Waits for the end, and holds the hub to its promises. */
    Verdict assertKept() throws IOException {
        Verdict verdict = judge(PATIENCE);
        assertThat(history.refused()).as("events that were refused").isEmpty();
        assertThat(verdict.accepted()).isEqualTo(events);
        verdict.faults().forEach((what, found) -> assertThat(found).as(what).isEmpty());
        return verdict;
    }

    @Override
    public void close() {
        senders.close();
    }
}
