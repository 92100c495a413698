package eu.estafette.hub.delivery.rig;

import eu.estafette.hub.delivery.DeliveryWorker;
import eu.estafette.hub.delivery.lane.LaneStatus;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waiting for what must come, and taking time on purpose. */
public final class Waiting {

    /** Far more than it takes, for a machine that is busy with other things. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private Waiting() {}

    /** Until it holds, which it does not as long as what it looks at is not there; fails if that takes long. */
    public static void until(Callable<Boolean> holds) {
        Awaitility.await()
                .atMost(SOON)
                .ignoreException(NoSuchElementException.class)
                .until(holds);
    }

    /** Long enough that what must not happen would have happened. */
    public static void whileTimePasses(Callable<Boolean> holds) {
        Awaitility.await().during(Duration.ofSeconds(1)).atMost(SOON).until(holds);
    }

    /** What the worker shows of a lane. */
    public static LaneStatus lane(DeliveryWorker worker, String party) {
        return Optional.ofNullable(worker.lanes().get(party)).orElseThrow();
    }

    /** A partner's work takes its time. */
    public static void takes(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
