package eu.estafette.local.registry;

import eu.estafette.local.Foreground;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A {@link LocalRegistry} in a JVM of its own; prints {@code Registry is ready: http://127.0.0.1:PORT} once it serves. */
@Command(name = "registry", description = "Runs the schema registry alone.", mixinStandardHelpOptions = true)
public final class LocalRegistryMain implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "where its schemas are kept")
    private Path data = Path.of("");

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "0: a free one")
    private int port;

    @Override
    public Integer call() throws Exception {
        LocalRegistry registry = LocalRegistry.start(data, port);
        return Foreground.hold(registry, () -> {
            var out = spec.commandLine().getOut();
            out.println("Registry is ready: " + registry.url());
            out.flush();
        });
    }
}
