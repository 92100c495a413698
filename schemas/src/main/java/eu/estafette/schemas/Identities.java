package eu.estafette.schemas;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Sealed;
import eu.estafette.schemas.avro.AvroBytes;
import eu.estafette.schemas.avro.Readers;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/** Seals who a case is about, and reads it back. Stateless and thread-safe. */
public final class Identities {

    private static final int IN_CLEAR = 0;
    private static final DatumWriter<Identity> WRITER = new SpecificDatumWriter<>(Identity.class);
    private static final DatumReader<Identity> READER =
            Readers.ofSpecific(Identity.getClassSchema(), Identity.getClassSchema());

    private Identities() {}

    public static Sealed seal(Identity identity) {
        return new Sealed(IN_CLEAR, ByteBuffer.wrap(AvroBytes.encode(identity, WRITER)));
    }

    /** @throws PayloadException if the bytes are no identity, or encrypted */
    public static Identity unseal(Sealed sealed) {
        try {
            return AvroBytes.decode(PartsReader.inClear(sealed), READER);
        } catch (AvroRuntimeException e) {
            throw new PayloadException("identity: cannot be read: " + e.getMessage() + "; it is left as it is.", e);
        }
    }
}
