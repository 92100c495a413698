package eu.estafette.local.broker;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** What {@code broker.properties} beside this class says, and this node's own folder and addresses. */
final class BrokerSettings {

    static final int NODE = 1;

    private BrokerSettings() {}

    static Properties of(Path directory, BrokerListeners listeners) throws IOException {
        var clients = url(listeners, BrokerListeners.CLIENTS);
        var controller = url(listeners, BrokerListeners.CONTROLLER);
        var settings = shipped();
        settings.setProperty("log.dirs", directory.toString());
        settings.setProperty("listeners", clients + "," + controller);
        settings.setProperty("advertised.listeners", clients);
        settings.setProperty("controller.quorum.voters", NODE + "@" + listeners.address(BrokerListeners.CONTROLLER));
        return settings;
    }

    private static Properties shipped() throws IOException {
        var settings = new Properties();
        try (var in = Objects.requireNonNull(BrokerSettings.class.getResourceAsStream("broker.properties"))) {
            settings.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return settings;
    }

    private static String url(BrokerListeners listeners, String listener) {
        return listener + "://" + listeners.address(listener);
    }
}
