package eu.estafette.hub.polling;

import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.original.OriginalRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An operator's order to a poller: read this part once more. It waits beside the poller's state until whoever runs the poller carries it out.
 *
 * @param poller   {@link eu.estafette.kit.poll.Poller#id}
 * @param place    where the part stands on {@code estafette.invalid}
 * @param original SHA-256 of the whole message
 * @param setAside when the part was set aside, by Kafka's clock
 */
public record RereadOrder(
        String poller, String place, String party, String connector, String original, int part, Instant setAside) {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    /** The same part is ordered once, however often. */
    public ProducerRecord<String, byte[]> record() {
        ProducerRecord<byte[], byte[]> order =
                PollerState.order(poller, PollerStarter.partitionOf(poller), place, json());
        return new ProducerRecord<>(
                order.topic(), order.partition(), new String(order.key(), StandardCharsets.UTF_8), order.value());
    }

    static RereadOrder of(byte[] json) {
        try {
            return JSON.readValue(json, RereadOrder.class);
        } catch (IOException e) {
            throw new UncheckedIOException("an order to read again cannot be read", e);
        }
    }

    private byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OriginalRef originalRef() {
        return new OriginalRef(original);
    }

    PartyId partyId() {
        return new PartyId(party);
    }
}
