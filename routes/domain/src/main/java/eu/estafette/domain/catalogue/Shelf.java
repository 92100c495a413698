package eu.estafette.domain.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads the shipped lists from the class path. */
final class Shelf {

    private static final String FOLDER = "/catalogue/";

    private Shelf() {}

    static CsvText csv(String file) {
        return CsvText.parse(file, text(file));
    }

    /** A file of lines {@code name = word word …}. */
    static SequencedMap<String, List<String>> definitions(String file) {
        SequencedMap<String, List<String>> definitions = new LinkedHashMap<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new CatalogueException(file, number, "expected: name = words");
            }
            definitions.put(line.substring(0, equals).strip(), Words.of(line.substring(equals + 1)));
        }
        return definitions;
    }

    private static String text(String file) {
        try (@Nullable InputStream in = Shelf.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new CatalogueException(file, 0, "is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, e);
        }
    }
}
