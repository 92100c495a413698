package eu.estafette.hub.ingest;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Journals refusals as REFUSED_AT_DOOR, keyed by party. On a thread of its own with a short queue: a producer blocks while Kafka is away,
 * and neither the refused caller nor anybody else shall wait for that. What does not fit or fails is only logged.
 */
final class KafkaDoorLog implements DoorLog, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaDoorLog.class);
    private static final String KIND = "REFUSED_AT_DOOR";
    private static final int QUEUE = 1000;
    private static final Duration PARTING = Duration.ofSeconds(5);

    private final Producer<String, SpecificRecord> producer;
    private final InstantSource clock;
    private final ExecutorService writer = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("door-log").daemon().factory());

    KafkaDoorLog(Producer<String, SpecificRecord> producer, InstantSource clock) {
        this.producer = producer;
        this.clock = clock;
    }

    @Override
    public void refused(Refusal refusal) {
        log.atInfo()
                .addKeyValue("party", refusal.party())
                .addKeyValue("code", refusal.code())
                .log("refused at the door");
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            writer.execute(() -> write(refusal, at));
        } catch (RejectedExecutionException e) {
            lost(refusal, e);
        }
    }

    private void write(Refusal refusal, Instant at) {
        JournalEntry entry = JournalEntry.newBuilder()
                .setKind(KIND)
                .setAt(at)
                .setParty(refusal.party().value())
                .setReason(refusal.code())
                .setDetail(refusal.detail())
                .build();
        try {
            producer.send(
                    new ProducerRecord<>(Topics.JOURNAL, refusal.party().value(), entry),
                    (place, failure) -> lost(refusal, failure));
        } catch (RuntimeException e) {
            lost(refusal, e);
        }
    }

    private static void lost(Refusal refusal, @Nullable Exception failure) {
        if (failure != null) {
            log.atWarn()
                    .addKeyValue("party", refusal.party())
                    .addKeyValue("code", refusal.code())
                    .setCause(failure)
                    .log("a refusal could not be journaled; it stands all the same");
        }
    }

    /** Writes what is queued, unless Kafka is away. */
    @Override
    public void close() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS)) {
            writer.shutdownNow();
        }
    }
}
