package eu.estafette.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The parties that the local mode knows without any configuration: those of the documentation's stories, each with a mailbox. */
public final class ShippedParties {

    private ShippedParties() {}

    /** Lays them out as {@code parties/} in a folder of configuration, as they are in this release. */
    public static Path into(Path config) throws IOException {
        Path parties = Files.createDirectories(config.resolve("parties"));
        try (Stream<Path> former = Files.list(parties)) {
            for (Path file : former.toList()) {
                Files.delete(file);
            }
        }
        var resources = new PathMatchingResourcePatternResolver();
        for (Resource party : resources.getResources("classpath:eu/estafette/local/run/parties/*.yaml")) {
            try (var in = party.getInputStream()) {
                Files.copy(in, parties.resolve(name(party)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return config;
    }

    private static String name(Resource party) {
        return java.util.Objects.requireNonNull(party.getFilename(), "class path resources have names");
    }
}
