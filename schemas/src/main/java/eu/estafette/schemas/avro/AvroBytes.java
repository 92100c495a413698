package eu.estafette.schemas.avro;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Avro binary encoding with one encoder and one decoder per thread, which cost more to make than to use. Readers and writers given to
 * it may be shared between threads as far as they allow it themselves.
 */
public final class AvroBytes {

    private static final int KEPT_BUFFER = 64 * 1024;
    private static final ThreadLocal<AvroBytes> OF_THREAD = ThreadLocal.withInitial(AvroBytes::new);

    static {
        GeneratedClasses.trust();
    }

    private ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);

    private AvroBytes() {}

    /**
     * {@code prefix} and the encoded datum after it.
     *
     * @throws AvroRuntimeException or another RuntimeException of Avro's if the datum does not fit the writer's schema
     */
    public static <D> byte[] encode(D datum, DatumWriter<D> writer, byte... prefix) {
        return OF_THREAD.get().write(datum, writer, prefix);
    }

    /**
     * The datum that fills {@code bytes} from position to limit; the buffer's position is left alone.
     *
     * @throws AvroRuntimeException if the bytes are not exactly one datum of the reader's writer schema
     */
    public static <D> D decode(ByteBuffer bytes, DatumReader<D> reader) {
        if (bytes.hasArray()) {
            return OF_THREAD
                    .get()
                    .read(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining(), reader);
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return OF_THREAD.get().read(copy, 0, copy.length, reader);
    }

    private <D> byte[] write(D datum, DatumWriter<D> writer, byte[] prefix) {
        out.reset();
        out.writeBytes(prefix);
        // resets what a failed write may have left behind
        encoder = EncoderFactory.get().binaryEncoder(out, encoder);
        try {
            writer.write(datum, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        byte[] bytes = out.toByteArray();
        if (bytes.length > KEPT_BUFFER) {
            out = new ByteArrayOutputStream(1024);
        }
        return bytes;
    }

    @SuppressWarnings("NullAway") // Avro takes null for "make a new datum"
    private <D> D read(byte[] bytes, int offset, int length, DatumReader<D> reader) {
        decoder = DecoderFactory.get().binaryDecoder(bytes, offset, length, decoder);
        try {
            D datum = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new AvroRuntimeException("more bytes follow after the record");
            }
            return datum;
        } catch (EOFException e) {
            throw new AvroRuntimeException("the bytes end before the record does", e);
        } catch (IOException e) {
            throw new AvroRuntimeException("the bytes cannot be decoded", e);
        } catch (AvroRuntimeException e) {
            throw e;
        } catch (RuntimeException e) {
            // damaged input also makes Avro throw others, such as UnsupportedOperationException for an impossible
            // length
            throw new AvroRuntimeException("the bytes are not a record of this schema (" + e.getMessage() + ")", e);
        }
    }
}
