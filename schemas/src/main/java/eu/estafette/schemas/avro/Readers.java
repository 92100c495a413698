package eu.estafette.schemas.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;

/**
 * Avro's fast readers, which threads may share once made. Making them is not thread-safe in Avro 1.12 (the builder's inner cache is a
 * plain map), therefore one at a time, and on data models that nobody else uses.
 */
public final class Readers {

    /** Dates, timestamps and decimals as {@code LocalDate}, {@code Instant}, {@code BigDecimal}. */
    private static final GenericData VALUES = new GenericData();

    /** Dates, timestamps and decimals as Avro's numbers and bytes. */
    private static final GenericData RAW = new GenericData();

    private static final SpecificData SPECIFIC = new SpecificData();

    static {
        GeneratedClasses.trust();
        addConversions(VALUES);
        addConversions(SPECIFIC);
    }

    private Readers() {}

    /** Logical types become {@code LocalDate}, {@code Instant} and {@code BigDecimal}. */
    public static DatumReader<GenericRecord> ofValues(Schema writer, Schema reader) {
        return make(VALUES, writer, reader);
    }

    /** Logical types stay numbers and bytes: for records that are only written again. */
    public static DatumReader<GenericRecord> ofRaw(Schema writer, Schema reader) {
        return make(RAW, writer, reader);
    }

    /** Gives instances of the reader schema's generated class. */
    public static <D> DatumReader<D> ofSpecific(Schema writer, Schema reader) {
        return make(SPECIFIC, writer, reader);
    }

    /** A writer that takes logical types in either form; a subclass of it may decide field by field. */
    public static class ValueWriter extends GenericDatumWriter<GenericRecord> {
        public ValueWriter(Schema schema) {
            super(schema, VALUES);
        }
    }

    private static void addConversions(GenericData model) {
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
    }

    private static <D> DatumReader<D> make(GenericData model, Schema writer, Schema reader) {
        synchronized (Readers.class) {
            try {
                return model.getFastReaderBuilder().createDatumReader(writer, reader);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "No reader from " + writer.getFullName() + " to " + reader.getFullName(), e);
            }
        }
    }
}
