package eu.estafette.hub.ingest;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.registry.RegistryException;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Puts events on {@code estafette.events}, keyed by subject key, so that all about one person meets in one partition in the order in which
 * it was handed over. Thread-safe.
 */
final class KafkaIntake implements Intake {

    private final Producer<String, SpecificRecord> producer;

    KafkaIntake(Producer<String, SpecificRecord> producer) {
        this.producer = producer;
    }

    @Override
    public CompletableFuture<Accepted> accept(SubjectKey subject, CaseEvent event) {
        var accepted = new CompletableFuture<Accepted>();
        var record = new ProducerRecord<String, SpecificRecord>(
                Topics.EVENTS, null, subject.hex(), event, EventHeaders.of(event));
        try {
            producer.send(record, (place, failure) -> {
                if (failure == null) {
                    accepted.complete(new Accepted(place.partition(), place.offset()));
                } else {
                    accepted.completeExceptionally(inOurWords(failure));
                }
            });
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
            accepted.completeExceptionally(inOurWords(e));
        } catch (KafkaException e) {
            accepted.completeExceptionally(inOurWords(e));
        }
        return accepted;
    }

    /** An event that no broker or registry would ever take is a fault of ours; whatever else happens passes. */
    private static Exception inOurWords(Exception failure) {
        return switch (failure) {
            case RecordTooLargeException tooLarge -> tooLarge;
            case RegistryException registry when passes(registry.fault()) -> unavailable(registry);
            case SerializationException unwritable -> unwritable;
            default -> unavailable(failure);
        };
    }

    private static boolean passes(RegistryException.Fault fault) {
        return switch (fault) {
            case AWAY, NOT_AUTHENTICATED, NOT_A_REGISTRY -> true;
            case UNKNOWN, INCOMPATIBLE, INVALID, ID_REUSED, UNREADABLE -> false;
        };
    }

    private static IntakeUnavailableException unavailable(Exception failure) {
        return new IntakeUnavailableException("the event was not confirmed: " + failure.getMessage(), failure);
    }
}
