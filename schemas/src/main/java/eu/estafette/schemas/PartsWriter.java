package eu.estafette.schemas;

import static eu.estafette.schemas.avro.AvroBytes.encode;

import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.Sealed;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericRecord;

/** Writes records of one contract as payloads; without a sealed part where nothing is to be sealed. Thread-safe. */
final class PartsWriter {

    private static final int IN_CLEAR = 0;

    private final Contract contract;
    private final Parts parts;

    PartsWriter(Contract contract) {
        this.contract = contract;
        this.parts = Parts.of(contract.schema());
    }

    Payload write(GenericRecord record) {
        try {
            var open = ByteBuffer.wrap(encode(record, parts.open()));
            Sealed sealed = parts.sealed()
                    .filter(part -> part.isIn(record))
                    .map(part -> new Sealed(IN_CLEAR, ByteBuffer.wrap(encode(record, part.writer()))))
                    .orElse(null);
            return new Payload(contract.name(), contract.version(), open, sealed);
        } catch (AvroRuntimeException | ClassCastException | NullPointerException e) {
            // what Avro throws for a value of the wrong type or a missing one; its message names the field
            throw new PayloadException(
                    "A record does not fit its contract " + contract + ": " + e.getMessage() + "; nothing was written.",
                    e);
        }
    }
}
