package eu.estafette.hub.group;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps this process a member of a group. What ends a membership costs time and nothing else: the next goes on where it was. */
public abstract class GroupFlow implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GroupFlow.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final String name;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(this::run);

    /** @param name of its thread */
    protected GroupFlow(String name) {
        this.name = name;
    }

    /** One membership, from joining to leaving. */
    public interface Session {

        /**
         * Works for as long as it is to go on.
         *
         * @throws RuntimeException if Kafka does not do what it must; nothing is half done then
         */
        void run(BooleanSupplier goOn);

        void close();
    }

    /** A new membership; does not join before it runs. */
    protected abstract Session session();

    @Override
    public final void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Ends what is begun, leaves the group and waits until that is done. */
    @Override
    public final void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                Session session = session();
                try {
                    session.run(() -> running);
                } finally {
                    session.close();
                }
            } catch (RuntimeException e) {
                log.atWarn()
                        .addKeyValue("flow", name)
                        .setCause(e)
                        .log("starts anew, and goes on from what is committed");
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
