package eu.estafette.schemas.registry;

import eu.estafette.schemas.registry.RegistryException.Fault;
import java.nio.ByteBuffer;

/** The registries' common wire format: a zero byte, the schema id in four bytes, most significant first, then the Avro record. */
final class WireFormat {

    private static final byte MAGIC = 0;
    private static final int HEADER = 1 + Integer.BYTES;

    private WireFormat() {}

    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array();
    }

    /** Reads the header and leaves the buffer at the record. */
    static int readId(ByteBuffer record, String topic) {
        if (record.remaining() < HEADER || record.get(record.position()) != MAGIC) {
            throw new RegistryException(
                    Fault.UNREADABLE,
                    "A record of topic " + topic + " does not begin with a zero byte and a schema id ("
                            + record.remaining() + " bytes long); it is not read and stays as it is.");
        }
        record.get();
        return record.getInt();
    }
}
