package eu.estafette.console.readmodel;

import eu.estafette.console.readmodel.Change.Journaled;
import eu.estafette.console.readmodel.Change.Removed;
import eu.estafette.console.readmodel.Change.Sent;
import eu.estafette.console.readmodel.Change.Stored;
import eu.estafette.console.readmodel.Change.Unreadable;
import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the records of the followed topics. */
final class ChangeReader {

    private final Deserializer<SpecificRecord> deserializer;

    ChangeReader(Deserializer<SpecificRecord> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * What a record says; {@link Unreadable} if it cannot be decoded.
     *
     * @throws RegistryException if the schema registry must be asked and does not answer; the record is then to be read again
     */
    Change read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return change(record);
        } catch (RuntimeException failure) {
            return new Unreadable(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
    }

    private Change change(ConsumerRecord<byte[], byte[]> record) {
        return switch (record.topic()) {
            case Topics.JOURNAL ->
                new Journaled(record.partition(), record.offset(), decode(record, JournalEntry.class));
            case Topics.NOTICES ->
                record.value() == null
                        ? new Removed(keyOf(record))
                        : new Sent(record.partition(), record.offset(), decode(record, Notice.class), record.value());
            case Topics.CASES ->
                new Stored(
                        keyOf(record),
                        Optional.ofNullable(record.value()).map(value -> decode(record, CaseEntry.class)));
            default -> throw new IllegalArgumentException(record.topic() + " is not followed");
        };
    }

    private <T extends SpecificRecord> T decode(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        return type.cast(deserializer.deserialize(record.topic(), record.value()));
    }

    private static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
