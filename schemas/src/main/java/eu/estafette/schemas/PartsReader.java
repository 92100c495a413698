package eu.estafette.schemas;

import static eu.estafette.schemas.avro.AvroBytes.decode;

import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.Sealed;
import eu.estafette.schemas.Parts.SealedPart;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;

/**
 * Reads payloads of one contract as records of the same or another contract, by Avro schema resolution of each part. A sealed part of
 * which the other contract has no field is not even decoded. Thread-safe.
 */
final class PartsReader {

    private final Contract from;
    private final Contract to;
    private final DatumReader<GenericRecord> open;
    private final Optional<SealedReader> sealed;

    private record SealedReader(SealedPart part, DatumReader<GenericRecord> reader) {}

    @FunctionalInterface
    interface Making {
        DatumReader<GenericRecord> reader(Schema writer, Schema reader);
    }

    PartsReader(Contract from, Contract to, Making making) {
        this.from = from;
        this.to = to;
        open = making.reader(from.schema(), to.schema());
        sealed = Protection.sealedPartOf(from.schema()).flatMap(written -> Parts.of(to.schema())
                .sealed()
                .map(part -> new SealedReader(part, making.reader(written, part.schema()))));
    }

    GenericRecord read(Payload payload) {
        GenericRecord record = part("open", payload.getOpen(), open);
        Sealed hidden = payload.getSealed();
        if (hidden != null) {
            sealed.ifPresent(reader -> merge(reader, record, inClear(hidden)));
        }
        return record;
    }

    private void merge(SealedReader reader, GenericRecord record, ByteBuffer bytes) {
        try {
            reader.part().mergeInto(record, part("sealed", bytes, reader.reader()));
        } catch (AvroRuntimeException e) {
            throw unreadable("sealed", e);
        }
    }

    private GenericRecord part(String name, ByteBuffer bytes, DatumReader<GenericRecord> reader) {
        try {
            return decode(bytes, reader);
        } catch (AvroRuntimeException e) {
            throw unreadable(name, e);
        }
    }

    private PayloadException unreadable(String part, AvroRuntimeException cause) {
        String as = from.equals(to) ? "" : " as " + to;
        return new PayloadException(
                part + ": this part of a payload of " + from + " cannot be read" + as + ": " + cause.getMessage()
                        + "; the payload is left as it is.",
                cause);
    }

    static ByteBuffer inClear(Sealed sealed) {
        if (sealed.getKey() != 0) {
            throw new PayloadException("sealed: is encrypted with key version " + sealed.getKey()
                    + ", and this build holds no keys; the payload is left as it is.");
        }
        return sealed.getBytes();
    }
}
