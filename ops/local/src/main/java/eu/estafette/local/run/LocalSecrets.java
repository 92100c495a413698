package eu.estafette.local.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The hub's secrets in the local mode: made at the first start and kept with the data, because tokens and subject keys must mean the same
 * after a restart.
 */
final class LocalSecrets {

    private static final List<String> NAMES =
            List.of("estafette.secrets.subject-key", "estafette.secrets.case-ref", "estafette.secrets.notice-id");
    private static final int BYTES = 32;

    private LocalSecrets() {}

    /** The secrets by property name. */
    static Map<String, String> in(Path data) throws IOException {
        Path file = data.resolve("secrets.properties");
        var secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        } else {
            var random = new SecureRandom();
            NAMES.forEach(name -> secrets.setProperty(name, secret(random)));
            Files.createDirectories(data);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file)) {
                secrets.store(writer, "Secrets of this local hub; without them its data cannot be read");
            }
        }
        Map<String, String> byName = new TreeMap<>();
        secrets.stringPropertyNames().forEach(name -> byName.put(name, secrets.getProperty(name)));
        return byName;
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
