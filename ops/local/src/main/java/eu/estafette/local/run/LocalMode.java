package eu.estafette.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.estafette.local.FolderLock;
import eu.estafette.local.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running hub with the servers it started. Closing stops the hub first, then what it stood on. */
public final class LocalMode implements AutoCloseable {

    private final Path data;
    private final FolderLock lock;
    private final LocalServers servers;
    private final ConfigurableApplicationContext hub;
    private final String url;

    private LocalMode(
            Path data, FolderLock lock, LocalServers servers, ConfigurableApplicationContext hub, String url) {
        this.data = data;
        this.lock = lock;
        this.servers = servers;
        this.hub = hub;
        this.url = url;
    }

    /** Returns once every flow of the hub works. */
    public static LocalMode start(RunOptions options) throws Exception {
        Path data = Files.createDirectories(options.data).toAbsolutePath();
        FolderLock lock = FolderLock.take(data);
        int port = options.port == 0 ? Loopback.freePort() : options.port;
        String url = "http://" + Loopback.HOST + ":" + port;
        LocalServers servers = LocalServers.start(data, options.kafka, options.registry, options.database);
        ConfigurableApplicationContext hub = new SpringApplicationBuilder(LocalHub.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(properties(options, data, servers, url, port))
                .run();
        var running = new LocalMode(data, lock, servers, hub, url);
        running.describe();
        return running;
    }

    public String url() {
        return url;
    }

    @Override
    public void close() throws Exception {
        RunningHub.removeFrom(data);
        hub.close();
        servers.close();
        lock.close();
    }

    private void describe() throws IOException {
        new RunningHub(
                        url,
                        servers.kafka(),
                        servers.registry(),
                        servers.database(),
                        ProcessHandle.current().pid())
                .writeTo(data);
    }

    private static Map<String, Object> properties(
            RunOptions options, Path data, LocalServers servers, String url, int port) throws IOException {
        String issuer = options.issuer.orElse(url);
        Path config = options.config.isPresent()
                        && Files.isDirectory(options.config.get().resolve("parties"))
                ? options.config.get()
                : ShippedParties.into(data.resolve("config"));
        Map<String, Object> properties = new HashMap<>(LocalSecrets.in(data));
        properties.putAll(options.more());
        properties.put("server.address", Loopback.HOST);
        properties.put("server.port", port);
        properties.put("estafette.base-url", url);
        properties.put("estafette.config", config.toString());
        properties.put("estafette.identifiers", "test");
        properties.put("estafette.roles", options.roles());
        // several hubs on one machine differ by where their data is
        properties.put(
                "estafette.instance", UUID.nameUUIDFromBytes(data.toString().getBytes(UTF_8)));
        properties.put("estafette.kafka.bootstrap-servers", servers.kafka());
        properties.put("estafette.kafka.create-topics", true);
        properties.put("estafette.kafka.replication-factor", servers.ownBroker() ? 1 : -1);
        properties.put("estafette.registry.url", servers.registry());
        properties.put(
                "estafette.registry.cache", data.resolve("schema-ids.json").toString());
        properties.put("estafette.local.data", data.toString());
        options.timeMachine
                .map(start -> start.equals("now") ? Instant.now().toString() : start)
                .ifPresent(start -> properties.put("estafette.local.time-machine", start));
        properties.put("estafette.local.issuer", options.issuer.isEmpty());
        properties.put("spring.datasource.url", servers.database());
        properties.put("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", issuer + "/oauth2/jwks");
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", issuer);
        return properties;
    }
}
