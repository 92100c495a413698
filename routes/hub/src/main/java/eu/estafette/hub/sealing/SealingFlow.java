package eu.estafette.hub.sealing;

import eu.estafette.schemas.seal.JournalKey;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps this process a member of the sealing group. What ends a membership costs time and nothing else: the next goes on where it was. */
public final class SealingFlow implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SealingFlow.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final SealingSettings settings;
    private final SealingClients clients;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;
    private final JournalKey key;
    private final SealingMeters meters;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(this::run);

    SealingFlow(
            SealingSettings settings,
            SealingClients clients,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            JournalKey key,
            SealingMeters meters) {
        this.settings = settings;
        this.clients = clients;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.key = key;
        this.meters = meters;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("sealing").start(this::run);
    }

    /** Seals what was read, leaves the group and waits until that is done. */
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
                var ends = new ChainEnds(clients::reader, deserializer);
                var session = new SealingSession(clients.member(), clients.producer(), serializer, ends, key, meters);
                try {
                    session.run(settings.every(), () -> running);
                } finally {
                    session.close();
                }
            } catch (RuntimeException e) {
                log.warn("sealing starts anew; what is not sealed yet will be", e);
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
