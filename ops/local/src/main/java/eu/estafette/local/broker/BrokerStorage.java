package eu.estafette.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapDirectory;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.VerificationFlag;
import org.apache.kafka.metadata.storage.Formatter;

/** A formatted log folder: the cluster id is made with the folder and stays with it. */
record BrokerStorage(Path directory, MetaPropertiesEnsemble properties, BootstrapMetadata bootstrap) {

    static BrokerStorage open(Path directory) throws Exception {
        Files.createDirectories(directory);
        // written last and by rename, so a folder without it is new or was cut off while formatting
        if (!Files.exists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
            format(directory);
        }
        var properties = new MetaPropertiesEnsemble.Loader()
                .addMetadataLogDir(directory.toString())
                .addLogDirs(List.of(directory.toString()))
                .load();
        properties.verify(
                Optional.empty(),
                OptionalInt.of(BrokerSettings.NODE),
                EnumSet.of(VerificationFlag.REQUIRE_AT_LEAST_ONE_VALID, VerificationFlag.REQUIRE_METADATA_LOG_DIR));
        return new BrokerStorage(directory, properties, new BootstrapDirectory(directory.toString()).read());
    }

    private static void format(Path directory) throws Exception {
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setControllerListenerName(BrokerListeners.CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        }
    }
}
