package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.Jvm;
import eu.estafette.acceptance.PartnerApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What hubs stand on, each server in a process of its own: a broker, a schema registry, PostgreSQL, an issuer of tokens. */
final class Estate implements AutoCloseable {

    private static final List<String> SMALL = List.of("-Xmx512m");

    private final Path folder;
    private final Path config;
    private final Jvm registry;
    private final Jvm database;
    private final Jvm issuer;
    private final List<HubProcess> hubs = new ArrayList<>();
    private Jvm broker;

    /**
     * @param config  for {@code --config} of all hubs
     * @param parties that may have tokens
     */
    Estate(Path folder, Path config, List<String> parties) throws Exception {
        this.folder = folder;
        this.config = config;
        CompletableFuture<Jvm> starting = later(() -> startDatabase());
        this.broker = startBroker(0);
        this.registry = startRegistry(0);
        this.issuer = Jvm.start(
                "Issuer is ready:",
                SMALL,
                List.of("issuer", "--data", data("issuer"), "--port", "0", "--party", String.join(",", parties)));
        this.database = starting.join();
    }

    Jvm broker() {
        return broker;
    }

    Jvm registry() {
        return registry;
    }

    String kafka() {
        return broker.address();
    }

    /** Starts another hub. Its name is its folder and its delivery's transactional id. */
    HubProcess hub(String name, String... options) throws Exception {
        var hub = new HubProcess(this, name, List.of(options));
        hub.start();
        hubs.add(hub);
        return hub;
    }

    /** Starts the broker again that was killed, on its old port. */
    void restartBroker() throws Exception {
        broker = startBroker(portOf(broker.address()));
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
                database.address(),
                "--issuer",
                issuer.address());
    }

    @Override
    public void close() throws Exception {
        for (HubProcess hub : hubs) {
            hub.close();
        }
        for (Jvm server : List.of(broker, registry, database, issuer)) {
            server.close();
        }
    }

    static int portOf(String address) {
        return Integer.parseInt(address.replaceAll(".*:", "").replaceAll("/.*", ""));
    }

    private Jvm startBroker(int port) throws IOException, InterruptedException {
        return Jvm.start(
                "Broker is ready:",
                SMALL,
                List.of("broker", "--data", data("broker"), "--port", Integer.toString(port)));
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

    private interface Start {
        Jvm start() throws Exception;
    }

    private static CompletableFuture<Jvm> later(Start start) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return start.start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
