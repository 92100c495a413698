package eu.estafette.hub.polling;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps this process a member of the polling group. What ends a membership costs time and nothing else. */
public final class PollingFlow implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PollingFlow.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final PollingClients clients;
    private final PollerStarter starter;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(this::run);

    PollingFlow(PollingClients clients, PollerStarter starter) {
        this.clients = clients;
        this.starter = starter;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("polling").start(this::run);
    }

    /** Ends the pollers, leaves the group and waits until that is done. */
    @Override
    public void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                var session = new PollingSession(clients.member(), starter);
                try {
                    session.run(() -> running);
                } finally {
                    session.close();
                }
            } catch (RuntimeException e) {
                log.warn("polling starts anew; every poller goes on from what is committed", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(running ? AGAIN : Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
