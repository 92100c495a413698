package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.Jvm;
import eu.estafette.acceptance.PartnerApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What hubs stand on, each server in a process of its own: brokers, a schema registry, PostgreSQL, an issuer of tokens; and the hubs. */
final class Estate implements AutoCloseable {

    static final List<String> SMALL = List.of("-Xmx512m");

    private final Path folder;
    private final Path config;
    private final Brokers brokers;
    private final Jvm issuer;
    private final List<HubProcess> hubs = new ArrayList<>();
    private final Jvm database;
    private final Cable databaseCable;
    private Jvm registry;

    /**
     * @param config  for {@code --config} of all hubs
     * @param parties that may have tokens
     * @param brokers started already; closed with this
     */
    Estate(Path folder, Path config, List<String> parties, Brokers brokers) throws Exception {
        this.folder = folder;
        this.config = config;
        this.brokers = brokers;
        this.database = startDatabase();
        this.databaseCable = new Cable(databasePort());
        this.registry = startRegistry(0);
        this.issuer = Jvm.start(
                "Issuer is ready:",
                SMALL,
                List.of(
                        "issuer",
                        "--data",
                        data("issuer"),
                        "--port",
                        "0",
                        "--party",
                        String.join(",", parties) + ",operator"));
    }

    String kafka() {
        return brokers.address();
    }

    Jvm registry() {
        return registry;
    }

    /** What the hubs reach PostgreSQL by. */
    Cable databaseCable() {
        return databaseCable;
    }

    /** On its old port, after it was killed. */
    void restartRegistry() throws Exception {
        registry = startRegistry(portOf(registry.address()));
    }

    /** Starts another hub. Its name is its folder and part of its delivery's transactional id. */
    HubProcess hub(String name, String... options) throws Exception {
        var hub = new HubProcess(this, name, List.of(options));
        hub.start();
        hubs.add(hub);
        return hub;
    }

    PartnerApi api(HubProcess hub) {
        return new PartnerApi(hub.address(), issuer.address());
    }

    List<String> arguments(String name, int port) {
        return List.of(
                "run",
                "--port",
                Integer.toString(port),
                "--data",
                data(name),
                "--config",
                config.toString(),
                "--kafka",
                kafka(),
                "--registry",
                registry.address(),
                "--database",
                database.address().replace(":" + databasePort() + "/", ":" + databaseCable.port() + "/"),
                "--issuer",
                issuer.address());
    }

    @Override
    public void close() throws Exception {
        for (HubProcess hub : hubs) {
            hub.close();
        }
        databaseCable.close();
        brokers.close();
        for (Jvm server : List.of(registry, database, issuer)) {
            server.close();
        }
    }

    private int databasePort() {
        return Integer.parseInt(database.address().replaceAll("^.*:(\\d+)/.*$", "$1"));
    }

    static int portOf(String address) {
        return Integer.parseInt(address.replaceAll(".*:", "").replaceAll("/.*", ""));
    }

    private Jvm startRegistry(int port) throws IOException, InterruptedException {
        return Jvm.start(
                "Registry is ready:",
                SMALL,
                List.of("registry", "--data", data("registry"), "--port", Integer.toString(port)));
    }

    private Jvm startDatabase() throws IOException, InterruptedException {
        return Jvm.start("Database is ready:", List.of("-Xmx128m"), List.of("database", "--data", data("database")));
    }

    private String data(String name) {
        return folder.resolve(name).toString();
    }
}
