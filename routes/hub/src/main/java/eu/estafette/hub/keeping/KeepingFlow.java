package eu.estafette.hub.keeping;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has it looked from time to time what may go. A look that fails costs disk space until the next one, nothing else. */
public final class KeepingFlow implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KeepingFlow.class);

    private final Keeper keeper;
    private final List<String> parties;
    private final MeterRegistry meters;
    private ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean running;

    /** @param parties that have lanes */
    KeepingFlow(Keeper keeper, List<String> parties, MeterRegistry meters) {
        this.keeper = keeper;
        this.parties = List.copyOf(parties);
        this.meters = meters;
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("keeping").daemon().factory());
        long every = keeper.every().toMillis();
        timer.scheduleWithFixedDelay(this::run, every, every, TimeUnit.MILLISECONDS);
        running = true;
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

    private void run() {
        try {
            keeper.run(parties, Instant.now()).forEach((topic, many) -> {
                meters.counter("estafette.keeping.removed", "topic", topic).increment(many);
                log.atInfo()
                        .addKeyValue("topic", topic)
                        .addKeyValue("offsets", many)
                        .log("removed what has ended");
            });
        } catch (RuntimeException e) {
            log.warn("what has ended is not removed this time; nothing else depends on it", e);
        }
    }
}
