package eu.estafette.local.run;

import eu.estafette.schemas.seal.JournalKey;
import eu.estafette.schemas.seal.VerifyingKeys;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
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
    private static final String JOURNAL_KEY = "estafette.secrets.journal-key";
    private static final int BYTES = 32;

    private LocalSecrets() {}

    /** The secrets by property name. Beside them lies the public half of the key that signs, for whoever verifies the journal. */
    static Map<String, String> in(Path data) throws IOException {
        Map<String, String> secrets = new TreeMap<>(kept(data.resolve("secrets.properties")));
        secrets.put(JOURNAL_KEY, journalKey(data));
        return secrets;
    }

    private static String journalKey(Path data) throws IOException {
        Path file = data.resolve("journal-key");
        if (!Files.exists(file)) {
            var key = JournalKey.generate();
            Files.writeString(data.resolve("journal-key.pub"), VerifyingKeys.pem(key.publicKey()));
            write(file, key.text());
        }
        return Files.readString(file).strip();
    }

    private static Map<String, String> kept(Path file) throws IOException {
        var secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        } else {
            var random = new SecureRandom();
            NAMES.forEach(name -> secrets.setProperty(name, secret(random)));
            var text = new StringWriter();
            secrets.store(text, "Secrets of this local hub; without them its data cannot be read");
            write(file, text.toString());
        }
        Map<String, String> byName = new TreeMap<>();
        secrets.stringPropertyNames().forEach(name -> byName.put(name, secrets.getProperty(name)));
        return byName;
    }

    /** Readable by its owner alone, from the first byte on. */
    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
