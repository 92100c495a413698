package eu.estafette.commands;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param environment variables
 * @param folder      where it was typed
 * @param zone        in which times are shown
 */
record Surroundings(Map<String, String> environment, Path folder, ZoneId zone) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofThisProcess() {
        return new Surroundings(System.getenv(), Path.of(""), ZoneId.systemDefault());
    }
}
