package eu.estafette.connector.trainingcsv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;

/** Lines that a spreadsheet opens as text: what would be a formula there begins with an apostrophe instead. */
final class CsvText {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').get();

    private static final String BEGINS_FORMULA = "=+-@\t\r";

    private CsvText() {}

    /** @return UTF-8, with the line's end */
    static byte[] line(Object... values) {
        Object[] safe = new Object[values.length];
        for (int at = 0; at < values.length; at++) {
            safe[at] = safe(String.valueOf(values[at]));
        }
        try {
            var text = new StringBuilder();
            FORMAT.printRecord(text, safe);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
    }

    private static String safe(String value) {
        return !value.isEmpty() && BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
