package eu.estafette.hub.delivery.rig;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A partner that goes down under a full window of calls, and stays down until told otherwise. */
public final class Outage implements Function<Delivery, DeliveryResult> {

    private final CountDownLatch windowFull;
    private final AtomicInteger probing = new AtomicInteger();
    private final AtomicInteger mostProbing = new AtomicInteger();
    private volatile boolean over;

    /** @param window so many calls find it down together; those after them are probes */
    public Outage(int window) {
        windowFull = new CountDownLatch(window);
    }

    @Override
    public DeliveryResult apply(Delivery delivery) {
        if (over) {
            return FakePartner.DELIVERED;
        }
        if (windowFull.getCount() > 0) {
            windowFull.countDown();
            FakePartner.await(windowFull);
            return FakePartner.UNAVAILABLE;
        }
        mostProbing.accumulateAndGet(probing.incrementAndGet(), Math::max);
        Waiting.takes(5);
        probing.decrementAndGet();
        return FakePartner.UNAVAILABLE;
    }

    public void ends() {
        over = true;
    }

    /** How many probes were under way together, at most. */
    public int mostProbing() {
        return mostProbing.get();
    }
}
