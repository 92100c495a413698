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
import java.util.function.Predicate;

/** One load under one kind of fault: it goes on while the fault strikes, is waited for, judged and reported. */
final class Trial implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Longer than the delivery's longest back-off. */
    private static final Duration QUIET = Duration.ofMinutes(6);

    private static final Duration PATIENCE_PER_EVENT = Duration.ofMillis(60);

    private static final int AT_ONCE = 16;

    private final String fault;
    private final History history;
    private final int events;
    private final Senders senders;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Instant begun = Instant.now();

    private Trial(String fault, History history, int events, Senders senders) {
        this.fault = fault;
        this.history = history;
        this.events = events;
        this.senders = senders;
    }

    /** The pause after each event that makes a load last about so long. */
    static Duration pace(int events, Duration lasting) {
        return lasting.multipliedBy(AT_ONCE).dividedBy(events);
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

    /** A process stands still and goes on where it was: what it had begun may end late. */
    void hang(Strike strike) throws Exception {
        Instant from = Instant.now();
        try {
            strike.run();
        } finally {
            history.hang(from, Instant.now());
        }
    }

    /** As {@link #strike(Strike)}, and gives what came of it. */
    <T> T strike(Replacement<T> strike) throws Exception {
        Instant from = Instant.now();
        try {
            return strike.run();
        } finally {
            history.fault(from, Instant.now());
        }
    }

    /** Until all is sent, and all of these receivers have all that they must. */
    void awaitDelivered(Predicate<String> receivers) {
        await().atMost(patience()).until(senders::isFinished);
        await().atMost(patience()).untilAsserted(() -> assertThat(Oracle.missing(history, receivers))
                .isEmpty());
    }

    /** Of the delays from acceptance to the first call of these receivers, that which 99 of 100 do not exceed. */
    Duration p99(Predicate<String> receivers) {
        List<Duration> delays = history.delays(receivers);
        return delays.get((int) Math.ceil(delays.size() * 0.99) - 1);
    }

    /** What is accepted and has not arrived yet. */
    List<String> missing() {
        return Oracle.missing(history);
    }

    int acceptedCount() {
        return history.acceptedCount();
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
        await().atMost(patience())
                .pollInterval(Duration.ofMillis(50))
                .until(() -> history.acceptedCount() >= part * events);
    }

    /**
     * Waits until all is sent and all that must arrive has, and judges. Reports nothing and does not complain.
     *
     * @param quiet after so long without a call what is missing counts as lost
     */
    Verdict judge(Duration quiet) {
        await().atMost(patience()).until(senders::isFinished);
        figures.put("secondsUntilAccepted", secondsSince(begun));
        var lull = new Lull(quiet);
        await().atMost(patience())
                .pollDelay(Duration.ZERO)
                .until(() -> Oracle.missing(history).isEmpty() || lull.isOver(history.callCount()));
        figures.put("secondsUntilDelivered", secondsSince(begun));
        return Oracle.judge(history);
    }

    /** Since when nothing new came. */
    private static final class Lull {

        private final Duration quiet;
        private Instant since = Instant.now();
        private int calls;

        Lull(Duration quiet) {
            this.quiet = quiet;
        }

        boolean isOver(int callsNow) {
            if (callsNow != calls) {
                calls = callsNow;
                since = Instant.now();
            }
            return since.plus(quiet).isBefore(Instant.now());
        }
    }

    /** Waits for the end, and holds the hub to its promises. */
    Verdict assertKept() throws IOException {
        Verdict verdict = judge(QUIET);
        GuaranteeReport.ofThisBuild().run(fault, verdict, figures);
        assertThat(history.refused()).as("events that were refused").isEmpty();
        assertThat(verdict.accepted()).isEqualTo(events);
        verdict.faults().forEach((what, found) -> assertThat(found).as(what).isEmpty());
        return verdict;
    }

    /** Large runs take hours. */
    private Duration patience() {
        return PATIENCE.plus(QUIET).plus(PATIENCE_PER_EVENT.multipliedBy(events));
    }

    private static long secondsSince(Instant then) {
        return Duration.between(then, Instant.now()).toSeconds();
    }

    @Override
    public void close() {
        senders.close();
    }
}
