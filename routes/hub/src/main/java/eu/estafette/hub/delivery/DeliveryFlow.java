package eu.estafette.hub.delivery;

import org.springframework.context.SmartLifecycle;

/** Runs the delivery for as long as this process has Camel routes to call partners through. */
final class DeliveryFlow implements SmartLifecycle {

    private final DeliveryWorker worker;
    private volatile boolean running;

    DeliveryFlow(DeliveryWorker worker) {
        this.worker = worker;
    }

    @Override
    public void start() {
        worker.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        worker.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
