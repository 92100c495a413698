package eu.estafette.commands;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command finds where it is started.
 *
 * @param dataFolders where a hub of this machine may keep its data, the likeliest first
 * @param zone        in which moments are shown
 */
record Surroundings(Map<String, String> environment, List<Path> dataFolders, ZoneId zone) {

    Surroundings {
        environment = Map.copyOf(environment);
        dataFolders = List.copyOf(dataFolders);
    }

    static Surroundings ofThisProcess() {
        List<Path> folders = Stream.concat(
                        Optional.ofNullable(System.getProperty("estafette.data")).stream(), Stream.of("data"))
                .map(Path::of)
                .toList();
        return new Surroundings(System.getenv(), folders, ZoneId.systemDefault());
    }
}
