package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.PartnerApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An operator who looks at the desk's overview twice a second, and how long each look takes. */
final class Probe implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PartnerApi hub;
    private final String token;
    private final List<Duration> looks = new ArrayList<>();
    private final Thread thread;
    private int failures;

    Probe(PartnerApi hub) throws IOException, InterruptedException {
        this.hub = hub;
        this.token = hub.token("operator");
        this.thread = Thread.ofVirtual().start(this::run);
    }

    /** That which 99 of 100 looks do not exceed. */
    synchronized Duration p99() {
        List<Duration> sorted = looks.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    /** Looks that did not end in an answer of 200. */
    synchronized int failures() {
        return failures;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            long begun = System.nanoTime();
            boolean answered = false;
            try {
                answered = hub.get("/api/ops/status", token).statusCode() == 200;
            } catch (IOException e) {
                // counts as a failure
            } catch (InterruptedException e) {
                return;
            }
            note(Duration.ofNanos(System.nanoTime() - begun), answered);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized void note(Duration look, boolean answered) {
        looks.add(look);
        failures += answered ? 0 : 1;
    }
}
