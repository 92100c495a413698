package eu.estafette.local.run;

import eu.estafette.hub.setup.HubSettings.HubRole;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What {@code run} and {@code demo} have in common. */
public final class RunOptions {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port of the hub; 0: a free one (default: 8080)")
    int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "where all data is kept (default: data/)")
    Path data = Path.of("data");

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "folder whose parties/ and rulesets/ replace the shipped ones")
    Optional<Path> config = Optional.empty();

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "bootstrap servers of a broker that runs already")
    Optional<String> kafka = Optional.empty();

    @Option(names = "--registry", paramLabel = "URL", description = "a schema registry that runs already")
    Optional<String> registry = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "a PostgreSQL that runs already, user and password in the URL")
    Optional<String> database = Optional.empty();

    @Option(names = "--issuer", paramLabel = "URL", description = "an OAuth2 issuer that runs already")
    Optional<String> issuer = Optional.empty();

    @Option(
            names = "--roles",
            paramLabel = "ROLE",
            split = ",",
            description = "parts to run: ingest, router, delivery, console (default: all); processes of one hub share"
                    + " --kafka, --registry and --database, and need the same secrets")
    private List<HubRole> roles = List.of(HubRole.values());

    @Option(
            names = "--time-machine",
            paramLabel = "INSTANT",
            arity = "0..1",
            fallbackValue = "now",
            description = "start the hub's clock there, such as 2026-03-02T08:00:00Z (default: now), and let"
                    + " PUT /api/ops/clock move it forward")
    Optional<String> timeMachine = Optional.empty();

    /** Settings of the hub beside those that the options give. */
    private final Map<String, Object> more = new HashMap<>();

    /** As {@code estafette.roles} has them. */
    String roles() {
        return roles.stream().map(HubRole::name).collect(Collectors.joining(","));
    }

    /** These options with other folders, for a hub that leaves nothing behind. */
    public RunOptions on(Path newData, Path newConfig) {
        data = newData;
        config = Optional.of(newConfig);
        return this;
    }

    /** These options with more settings of the hub. */
    public RunOptions with(Map<String, Object> settings) {
        more.putAll(settings);
        return this;
    }

    Map<String, Object> more() {
        return Map.copyOf(more);
    }

    /** These options with a hub whose time begins there and can be moved. */
    public RunOptions at(String instant) {
        timeMachine = Optional.of(instant);
        return this;
    }
}
