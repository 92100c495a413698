package eu.estafette.commands;

import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryDeserializer;
import eu.estafette.schemas.seal.JournalVerification;
import eu.estafette.schemas.seal.PartitionVerdict;
import eu.estafette.schemas.seal.VerifyingKeys;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Option;

/** Where the journal and its seals are, and which keys are believed. Asks no hub: it may be the hub that is in doubt. */
final class JournalSource {

    private static final String PUBLIC_KEY = "journal-key.pub";
    private static final int PATIENCE_MILLIS = 10_000;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "bootstrap servers (default: those of the hub that runs on this machine)")
    private Optional<String> kafka = Optional.empty();

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "further settings of Kafka's clients, such as those of TLS and SASL")
    private Optional<Path> properties = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "schema registry (default: that of the hub that runs on this machine)")
    private Optional<String> registry = Optional.empty();

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description =
                    "public key in PEM whose signatures are believed; once for each, where there was more than one"
                            + " (default: journal-key.pub of the hub that runs on this machine)")
    private List<Path> publicKeys = new ArrayList<>();

    private final Surroundings around;

    JournalSource(Surroundings around) {
        this.around = around;
    }

    /** @throws TroubleException if something is not known, cannot be read or does not answer */
    List<PartitionVerdict> verify(Instant now) throws TroubleException {
        Map<String, Object> connection = connection();
        VerifyingKeys keys = keys();
        Map<String, Object> schemas =
                Map.of(RegistryConfig.URL, address(registry, "registry"), RegistryConfig.SPECIFIC, true);
        try (var known = new KnownSchemas(RegistryConfig.of(schemas))) {
            Deserializer<SpecificRecord> seals = new RegistryDeserializer<>(known);
            return new JournalVerification(() -> reader(connection), seals, keys, now).run();
        } catch (KafkaException e) {
            throw new TroubleException(
                    "The journal at " + connection.get("bootstrap.servers") + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, Object> connection() throws TroubleException {
        Map<String, Object> connection = new HashMap<>();
        if (properties.isPresent()) {
            var read = new Properties();
            try (Reader file = Files.newBufferedReader(properties.get())) {
                read.load(file);
            } catch (IOException e) {
                throw new TroubleException(properties.get() + " cannot be read: check who may read it.", e);
            }
            read.stringPropertyNames().forEach(name -> connection.put(name, read.getProperty(name)));
        }
        connection.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address(kafka, "kafka"));
        connection.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        connection.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        connection.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        connection.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        connection.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        connection.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return connection;
    }

    private static Consumer<byte[], byte[]> reader(Map<String, Object> connection) {
        return new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private String address(Optional<String> option, String name) throws TroubleException {
        Optional<String> written = RunningServers.of(around)
                .flatMap(running -> name.equals("kafka") ? running.kafka() : running.registry());
        return option.or(() -> written)
                .orElseThrow(() -> new TroubleException(
                        "No hub is running on this machine: name the server with --" + name + "."));
    }

    private VerifyingKeys keys() throws TroubleException {
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : publicKeys.isEmpty() ? List.of(ofThisMachine()) : publicKeys) {
            try {
                keys.add(VerifyingKeys.read(Files.readString(file)));
            } catch (IOException e) {
                throw new TroubleException(file + " cannot be read: name the public key with --public-key.", e);
            } catch (IllegalArgumentException e) {
                throw new TroubleException(file + " " + e.getMessage() + ".", e);
            }
        }
        return new VerifyingKeys(keys);
    }

    private Path ofThisMachine() throws TroubleException {
        return RunningServers.of(around)
                .map(running -> running.data().resolve(PUBLIC_KEY))
                .orElseThrow(() -> new TroubleException(
                        "No hub is running on this machine: name the public key with --public-key."));
    }
}
