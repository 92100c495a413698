package eu.estafette.console.operations;

import eu.estafette.console.operations.Counts.Unfinished;
import eu.estafette.console.readmodel.ReadModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is not at its end yet, as metrics. Counted in PostgreSQL when somebody asks, at most every 15 s of real time; NaN while it does not
 * answer, so that an alarm does not take silence for zero.
 */
public final class FigureMeters implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(FigureMeters.class);
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final Counts counts;
    private final ReadModel readModel;
    private final InstantSource hubClock;
    private final InstantSource realTime;
    private Instant asked = Instant.MIN;
    private @Nullable Unfinished figures;

    public FigureMeters(JdbcClient jdbc, ReadModel readModel, InstantSource hubClock, InstantSource realTime) {
        this.counts = new Counts(jdbc);
        this.readModel = readModel;
        this.hubClock = hubClock;
        this.realTime = realTime;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        figure(
                meters,
                "estafette.events.held",
                "events that wait for a case, a role, an original or consent",
                Unfinished::held);
        figure(
                meters,
                "estafette.events.invalid",
                "events and parts of messages that nobody could decide",
                Unfinished::invalid);
        figure(meters, "estafette.notices.waiting", "notices that their receiver has not got yet", Unfinished::waiting);
        figure(
                meters,
                "estafette.notices.parked",
                "of those, how many wait behind a dead one of their case",
                Unfinished::parked);
        figure(
                meters,
                "estafette.notices.dead",
                "notices that were refused for good and nobody solved yet",
                Unfinished::dead);
        figure(meters, "estafette.steps.open", "steps that somebody must take", Unfinished::open);
        figure(meters, "estafette.steps.overdue", "open steps past their date", Unfinished::overdue);
        figure(meters, "estafette.steps.unowned", "open steps that nobody on the case owns", Unfinished::unowned);
        figure(meters, "estafette.records.skipped", "records that the desk could not show", Unfinished::skipped);
        Gauge.builder("estafette.read.model.behind", readModel, model -> model.status().lag().stream()
                        .asDoubleStream()
                        .findFirst()
                        .orElse(Double.NaN))
                .description("records that the read model has still to read; NaN where another process follows")
                .strongReference(true)
                .register(meters);
        Gauge.builder(
                        "estafette.read.model.followed",
                        readModel,
                        model -> model.status().isFollowed() ? 1 : 0)
                .description("1 if somebody keeps the read model up to date, as far as this process knows")
                .strongReference(true)
                .register(meters);
    }

    private void figure(MeterRegistry meters, String name, String what, ToDoubleFunction<Unfinished> value) {
        Gauge.builder(name, this, self -> self.read(value))
                .description(what)
                .strongReference(true)
                .register(meters);
    }

    private synchronized double read(ToDoubleFunction<Unfinished> value) {
        Instant now = realTime.instant();
        if (asked.isBefore(now.minus(FRESH))) {
            asked = now;
            figures = count();
        }
        return figures == null ? Double.NaN : value.applyAsDouble(figures);
    }

    private @Nullable Unfinished count() {
        try {
            return counts.unfinished(HubDay.today(hubClock));
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("the figures cannot be counted");
            return null;
        }
    }
}
