package eu.estafette.console.readmodel;

import eu.estafette.console.readmodel.Change.Journaled;
import eu.estafette.console.readmodel.Change.Removed;
import eu.estafette.console.readmodel.Change.Sent;
import eu.estafette.console.readmodel.Change.SetAside;
import eu.estafette.console.readmodel.Change.Stored;
import eu.estafette.console.readmodel.Change.Unreadable;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.registry.RegistryException;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the records of the followed topics. */
final class ChangeReader {

    private final MessageDeserializers messages;

    ChangeReader(MessageDeserializers messages) {
        this.messages = messages;
    }

    /**
     * What a record says; {@link Unreadable} if its bytes are not what they should be.
     *
     * @throws RegistryException if its schema is not to be had now: the record may be all right, and is to be read again
     */
    Change read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return change(record);
        } catch (RegistryException failure) {
            if (failure.fault() != Fault.UNREADABLE) {
                throw failure;
            }
            return unreadable(failure);
        } catch (RuntimeException failure) {
            return unreadable(failure);
        }
    }

    private Change change(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        byte @Nullable [] value = record.value();
        return switch (topic) {
            case Topics.JOURNAL ->
                new Journaled(
                        record.partition(), record.offset(), messages.journal().deserialize(topic, value));
            case Topics.NOTICES ->
                value == null
                        ? new Removed(keyOf(record))
                        : new Sent(
                                record.partition(),
                                record.offset(),
                                messages.notices().deserialize(topic, value),
                                value);
            case Topics.CASES ->
                new Stored(keyOf(record), Optional.ofNullable(value).map(bytes -> messages.cases()
                        .deserialize(topic, bytes)));
            case Topics.INVALID -> new SetAside(keyOf(record), record.offset(), headers(record));
            default -> throw new IllegalArgumentException(topic + " is not followed");
        };
    }

    /** None of a tombstone. */
    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        byte @Nullable [] value = record.value();
        if (value != null) {
            record.headers()
                    .forEach(header -> headers.put(
                            header.key(),
                            header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
            headers.putIfAbsent("estafette.failure.code", "UNKNOWN");
        }
        return headers;
    }

    private static Unreadable unreadable(RuntimeException failure) {
        return new Unreadable(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    private static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }
}
