package eu.estafette.hub.polling;

import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** One transaction: events, what is set aside, and what the poller remembers. Refused to whoever does not run the poller any more. */
final class KafkaBatch implements Batch {

    private final Producer<byte[], byte[]> producer;
    private final Serializer<SpecificRecord> serializer;
    private final PollerState state;
    private final SetAsideRecords asides;
    private final Tenancy tenancy;
    private final Map<String, byte @Nullable []> changes = new HashMap<>();
    private boolean open = true;

    KafkaBatch(
            Producer<byte[], byte[]> producer,
            Serializer<SpecificRecord> serializer,
            PollerState state,
            SetAsideRecords asides,
            Tenancy tenancy) {
        this.producer = producer;
        this.serializer = serializer;
        this.state = state;
        this.asides = asides;
        this.tenancy = tenancy;
        producer.beginTransaction();
    }

    @Override
    public void accept(Verdict.Accepted accepted) {
        send(new ProducerRecord<>(
                Topics.EVENTS,
                null,
                accepted.subject().hex().getBytes(StandardCharsets.UTF_8),
                serializer.serialize(Topics.EVENTS, accepted.event()),
                EventHeaders.of(accepted.event())));
    }

    @Override
    public void setAside(SetAside part) {
        send(asides.of(part));
    }

    /** Nobody has to look any more at what was set aside there. */
    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    void solved(String place) {
        send(new ProducerRecord<>(Topics.INVALID, place.getBytes(StandardCharsets.UTF_8), null));
    }

    /** Done with that order. */
    void carriedOut(String order) {
        remove(PollerState.ORDERS + order);
    }

    @Override
    public void put(String key, byte[] value) {
        byte[] copy = value.clone();
        send(state.record(key, copy));
        changes.put(key, copy);
    }

    @Override
    public void remove(String key) {
        send(state.record(key, null));
        changes.put(key, null);
    }

    @Override
    public void take(String key) {
        remove(PollerState.INBOX + key);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        if (!open) {
            throw new IllegalStateException("the batch is closed");
        }
        try {
            producer.send(record);
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    @Override
    public void commit() {
        try {
            producer.sendOffsetsToTransaction(tenancy.position(), tenancy.member());
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw unavailable(e);
        }
        open = false;
        changes.forEach(state::committed);
    }

    private static IntakeUnavailableException unavailable(KafkaException failure) {
        return new IntakeUnavailableException(
                "the batch was not confirmed: " + Objects.toString(failure.getMessage(), "no reason given"), failure);
    }

    /** A producer that cannot even do this is of no more use; the round ends with its failure. */
    @Override
    public void close() {
        if (open) {
            open = false;
            producer.abortTransaction();
        }
    }
}
