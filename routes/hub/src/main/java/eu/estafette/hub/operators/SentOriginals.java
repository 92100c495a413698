package eu.estafette.hub.operators;

import eu.estafette.console.desk.OriginalReading;
import eu.estafette.console.desk.OriginalReading.Of;
import eu.estafette.console.operations.AcceptedEvent;
import eu.estafette.console.problem.DeskAwayException;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.hub.originals.OriginalsReader;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** What partners sent, as they sent it, by what became of it. */
final class SentOriginals {

    private static final String HUB = "hub";

    private final OriginalsReader originals;
    private final EventsTopic events;
    private final InvalidTopic invalid;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;
    private final PayloadCodec payloads;

    SentOriginals(
            OriginalsReader originals,
            EventsTopic events,
            InvalidTopic invalid,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            PayloadCodec payloads) {
        this.originals = originals;
        this.events = events;
        this.invalid = invalid;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.payloads = payloads;
    }

    /**
     * One that was found, and that it is read.
     *
     * @param content a new file, which whoever gets this deletes
     */
    record Found(Path content, ProducerRecord<String, byte[]> reading) {}

    /** @throws DeskAwayException if Kafka does not say */
    Optional<Found> find(OriginalReading reading) {
        try {
            return switch (reading.what()) {
                case Of.Accepted(AcceptedEvent event) -> ofEvent(event, reading);
                case Of.SetAside(var part) -> {
                    ConsumerRecord<byte[], byte[]> record = invalid.original(part.place(), part.onInvalid());
                    OriginalRef whole = new OriginalRef(InvalidTopic.header(record, "estafette.dataref")
                            .orElseThrow(() -> new IllegalStateException("set aside without its original")));
                    yield named(whole, Optional.of(at(record)), part.party().orElse(HUB), reading);
                }
                case Of.Named(String sha256) -> named(new OriginalRef(sha256), Optional.empty(), HUB, reading);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of an original cannot be written", e);
        } catch (KafkaException e) {
            throw new DeskAwayException("the originals cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<Found> ofEvent(AcceptedEvent event, OriginalReading reading) throws IOException {
        Optional<ConsumerRecord<byte[], byte[]>> record = events.at(event.place());
        if (record.isEmpty()) {
            return Optional.empty();
        }
        Optional<OriginalRef> original = dataref(record.get());
        Optional<Path> content = original.isPresent()
                ? originals.find(original.get(), Optional.of(at(record.get())))
                : Optional.of(copy(EventContent.of(deserializer, payloads, record.get())));
        String key = new String(record.get().key(), StandardCharsets.UTF_8);
        return content.map(file -> new Found(file, journal(key, entry(event, reading))));
    }

    /** A partner that speaks our own format sent the event as it is kept. */
    private Optional<OriginalRef> dataref(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(record.topic(), record.value()) instanceof CaseEvent event
                    ? Optional.ofNullable(event.getDataref()).map(OriginalRef::new)
                    : Optional.empty();
        } catch (SerializationException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Found> named(OriginalRef original, Optional<Instant> around, String party, OriginalReading reading)
            throws IOException {
        return originals.find(original, around).map(file -> {
            JournalEntry entry = JournalEntry.newBuilder()
                    .setKind("READ")
                    .setAt(reading.at())
                    .setParty(party)
                    .setDetail(reading.reason() + " (" + original + ")")
                    .setPerson(reading.operator())
                    .build();
            return new Found(file, journal(party, entry));
        });
    }

    private static JournalEntry entry(AcceptedEvent event, OriginalReading reading) {
        return JournalEntry.newBuilder()
                .setKind("READ")
                .setAt(reading.at())
                .setParty(event.party())
                .setCaseId(event.caseId().orElse(null))
                .setCaseRef(event.caseRef().orElse(null))
                .setEvent(JournalEvents.of(event))
                .setDetail(reading.reason())
                .setPerson(reading.operator())
                .build();
    }

    private ProducerRecord<String, byte[]> journal(String key, JournalEntry entry) {
        return new ProducerRecord<>(Topics.JOURNAL, key, serializer.serialize(Topics.JOURNAL, entry));
    }

    private static Instant at(ConsumerRecord<byte[], byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    private static Path copy(String text) throws IOException {
        return Files.writeString(Files.createTempFile("estafette-original", ""), text);
    }
}
