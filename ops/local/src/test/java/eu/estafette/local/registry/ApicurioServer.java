package eu.estafette.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.schemas.registry.Compatibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real Apicurio Registry in a JVM of its own, started once for all tests that ask for it as a parameter, and ended with them. Storage in
 * memory, HTTP basic authentication on every call, level FULL_TRANSITIVE.
 */
final class ApicurioServer implements ExtensionContext.Store.CloseableResource {

    static final String USER = "hub";
    static final String PASSWORD = "registry-secret";

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+?)\\.? ");

    private final Process process;
    private final String address;
    private final Thread atExit = new Thread(this::stop);

    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ApicurioServer.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(ApicurioServer.class, type -> new ApicurioServer(), ApicurioServer.class);
        }
    }

    private ApicurioServer() {
        Path home = Path.of(System.getProperty("apicurio.home"));
        Path log;
        try {
            // tests run in two processes, each with a server of its own
            log = Files.createTempFile(home, "server", ".log");
            process = new ProcessBuilder(command(home))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        address = await("Apicurio to listen; its output is in " + log)
                .atMost(Duration.ofMinutes(5))
                .until(() -> address(log), Optional::isPresent)
                .orElseThrow();
        await("Apicurio to answer")
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(this::isEnforcing);
    }

    /** Of the Confluent-compatible API. */
    Connection connection() {
        return new Connection(address + "/apis/ccompat/v7", USER + ":" + PASSWORD);
    }

    /** Of Apicurio's own API. */
    String ownUrl() {
        return address + "/apis/registry/v3";
    }

    private static List<String> command(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.http.auth.basic=true",
                "-Dquarkus.security.users.embedded.plain-text=true",
                "-Dquarkus.security.users.embedded.users." + USER + "=" + PASSWORD,
                "-Dquarkus.security.users.embedded.roles." + USER + "=sr-admin",
                "-Dquarkus.http.auth.permission.all.paths=/apis/*",
                "-Dquarkus.http.auth.permission.all.policy=authenticated",
                "-jar",
                home.resolve("quarkus-run.jar").toString());
    }

    private Optional<String> address(Path log) throws IOException {
        assertThat(process.isAlive())
                .as("Apicurio ended; its output is in " + log)
                .isTrue();
        Matcher listening = LISTENING.matcher(Files.readString(log));
        return listening.find() ? Optional.of(listening.group(1)) : Optional.empty();
    }

    /** Apicurio checks nothing until it has a rule. */
    private boolean isEnforcing() {
        try (var client = connection().connect()) {
            client.setCompatibility(Compatibility.FULL_TRANSITIVE);
            return client.compatibility() == Compatibility.FULL_TRANSITIVE;
        }
    }

    private void stop() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        process.waitFor();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
