package eu.estafette.local.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where a running hub and its servers are, for commands and scripts: {@code estafette.json} in the data folder. */
record RunningHub(String url, String kafka, String registry, String database, long pid) {

    private static final String FILE = "estafette.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Moved into place, so that nobody reads half of it. */
    void writeTo(Path data) throws IOException {
        Path half = data.resolve(FILE + ".part");
        JSON.writerWithDefaultPrettyPrinter().writeValue(half.toFile(), this);
        Files.move(half, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void removeFrom(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(FILE));
    }
}
