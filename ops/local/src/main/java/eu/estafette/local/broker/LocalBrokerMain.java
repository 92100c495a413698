package eu.estafette.local.broker;

import eu.estafette.local.Foreground;
import eu.estafette.local.Launch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A {@link LocalBroker} in a JVM of its own; prints {@code Broker is ready: 127.0.0.1:PORT} once it serves. */
@Command(name = "broker", description = "Runs the Kafka broker alone.", mixinStandardHelpOptions = true)
public final class LocalBrokerMain implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "where its data is kept")
    private Path data = Path.of("");

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "0: as before, or a free one")
    private int port;

    public static void main(String... args) {
        System.exit(Launch.run(new LocalBrokerMain(), args));
    }

    @Override
    public Integer call() throws Exception {
        var broker = LocalBroker.start(data, port);
        return Foreground.hold(broker, () -> {
            var out = spec.commandLine().getOut();
            out.println("Broker is ready: " + broker.bootstrapServers());
            out.flush();
        });
    }
}
