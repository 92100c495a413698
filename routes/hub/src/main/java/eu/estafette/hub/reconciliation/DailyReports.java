package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.ReconciliationReport;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes reports, by itself one on each day once it is over; and makes noise where something does not add up. */
public final class DailyReports implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DailyReports.class);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Reconciliation reconciliation;
    private final Reports reports;
    private final InstantSource hubClock;
    private final AtomicLong differences;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    DailyReports(Reconciliation reconciliation, Reports reports, InstantSource hubClock, MeterRegistry meters) {
        this.reconciliation = reconciliation;
        this.reports = reports;
        this.hubClock = hubClock;
        this.differences = meters.gauge("estafette.reconciliation.differences", new AtomicLong());
    }

    /** The newest report on a day that is not older than this, or a new one. */
    ReconciliationReport of(CountedDay day, Duration notOlderThan) {
        Instant oldest = Instant.now().minus(notOlderThan);
        return reports.last(day)
                .filter(report -> report.getAt().isAfter(oldest))
                .orElseGet(() -> make(day));
    }

    /** The newest report on a day. */
    Optional<ReconciliationReport> last(CountedDay day) {
        return reports.last(day);
    }

    CountedDay today() {
        return CountedDay.of(hubClock.instant());
    }

    private synchronized ReconciliationReport make(CountedDay day) {
        Reconciliation.Outcome outcome = reconciliation.of(day);
        Instant at = Instant.now();
        ReconciliationReport report =
                reports.add(day, at, chain -> ReportBody.of(day, outcome, at, chain.number() + 1, chain.lastHash()));
        differences.set(outcome.differences().size());
        outcome.differences().forEach(difference -> log.atWarn()
                .addKeyValue("day", day.date())
                .addKeyValue("report", report.getNumber())
                .addKeyValue("kind", difference.kind())
                .addKeyValue("party", difference.party())
                .addKeyValue("id", difference.id())
                .log("reconciliation: it {}", difference.detail()));
        return report;
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("reconciliation").daemon().factory());
        timer.scheduleWithFixedDelay(this::yesterday, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
        running = true;
    }

    private void yesterday() {
        try {
            var day = new CountedDay(today().date().minusDays(1));
            if (last(day).isEmpty()) {
                make(day);
            }
        } catch (RuntimeException e) {
            log.warn("no report on yesterday could be made; it is tried again", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
