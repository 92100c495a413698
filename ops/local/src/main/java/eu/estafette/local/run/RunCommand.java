package eu.estafette.local.run;

import eu.estafette.local.Foreground;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts the hub and whatever it needs, and stays until it is stopped. */
@Command(
        name = "run",
        description = "Starts the hub with Kafka, schema registry, PostgreSQL and token issuer on this machine.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        LocalMode running = LocalMode.start(options);
        return Foreground.hold(running, () -> {
            var out = spec.commandLine().getOut();
            out.println("Estafette is ready: " + running.url());
            out.flush();
        });
    }
}
