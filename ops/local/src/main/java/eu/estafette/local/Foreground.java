package eu.estafette.local;

import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** Keeps a command running until its process is asked to stop (Ctrl-C, TERM), then closes what it started. */
public final class Foreground {

    private Foreground() {}

    /** Runs {@code ready} once a stop would be a clean one, and returns never: the process ends when all is closed. */
    public static int hold(AutoCloseable started, Runnable ready) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started), "stop"));
        ready.run();
        new CountDownLatch(1).await();
        return 0;
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Foreground.class).error("Not stopped cleanly; the next start recovers", e);
        }
    }
}
