package eu.estafette.hub.operators;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.schemas.PayloadCodec;
import java.util.Base64;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What a record of {@code estafette.events} holds, for an operator who said why it is to be read. */
final class EventContent {

    private EventContent() {}

    /** As much as can be read of it, else its bytes in base64. */
    static String of(
            Deserializer<SpecificRecord> deserializer, PayloadCodec payloads, ConsumerRecord<byte[], byte[]> original) {
        try {
            SpecificRecord record = deserializer.deserialize(original.topic(), original.value());
            return record instanceof CaseEvent event && event.getPayload() != null
                    ? payloads.read(event.getPayload()).toString()
                    : String.valueOf(record);
        } catch (RuntimeException unreadable) {
            return Base64.getEncoder().encodeToString(original.value());
        }
    }
}
