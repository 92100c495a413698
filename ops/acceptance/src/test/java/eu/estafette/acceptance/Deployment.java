package eu.estafette.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** One hub of several processes on servers of their own. The processes share their secrets, as those of one hub must. */
final class Deployment implements AutoCloseable {

    private static final List<String> SECRETS = List.of("secrets.properties", "journal-key", "journal-key.pub");

    private final Path folder;
    private final Path config;
    private final Deque<Jvm> started = new ArrayDeque<>();
    private final Jvm broker;
    private final Jvm registry;
    private final Jvm database;
    private final Jvm issuer;
    private int processes;

    Deployment(Path folder, Path config) throws Exception {
        this.folder = folder;
        this.config = config;
        broker = server("broker", "Broker is ready:");
        registry = server("registry", "Registry is ready:");
        database = server("database", "Database is ready:");
        issuer = server("issuer", "Issuer is ready:", "--port", "0", "--party", "gemeente-oost,jobcoach-noord");
    }

    /**
     * A process more of the hub.
     *
     * @param settings of Spring, {@code name=value} each
     */
    Jvm hub(String roles, String... settings) throws Exception {
        Path data = Files.createDirectories(folder.resolve("hub-" + processes++));
        for (String secret : SECRETS) {
            Path first = folder.resolve("hub-0").resolve(secret);
            if (Files.exists(first) && Files.notExists(data.resolve(secret))) {
                Files.copy(first, data.resolve(secret));
            }
        }
        List<String> run = new ArrayList<>(List.of("run", "--port", "0", "--roles", roles, "--data", data.toString()));
        run.addAll(List.of("--config", config.toString(), "--kafka", broker.address(), "--registry"));
        run.addAll(List.of(registry.address(), "--database", database.address(), "--issuer", issuer.address()));
        List<String> options = new ArrayList<>(List.of("-Xmx1g"));
        Stream.of(settings).map(setting -> "-D" + setting).forEach(options::add);
        return add(Jvm.hub(options, run));
    }

    PartnerApi api(Jvm hub) {
        return new PartnerApi(hub.address(), issuer.address());
    }

    /** What {@code journal verify} needs to know. */
    List<String> journal() {
        return List.of(
                "--kafka",
                broker.address(),
                "--registry",
                registry.address(),
                "--public-key",
                folder.resolve("hub-0/journal-key.pub").toString());
    }

    /** What every command needs to know that asks this process. */
    List<String> asking(Jvm hub) {
        return List.of("--url", hub.address(), "--issuer", issuer.address());
    }

    private Jvm server(String name, String ready, String... more) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of(name, "--data", folder.resolve(name).toString()));
        arguments.addAll(List.of(more));
        return add(Jvm.start(ready, arguments));
    }

    private Jvm add(Jvm jvm) {
        started.push(jvm);
        return jvm;
    }

    @Override
    public void close() throws InterruptedException {
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
