package eu.estafette.local.demo;

import eu.estafette.local.Foreground;
import eu.estafette.local.run.LocalMode;
import eu.estafette.local.run.RunOptions;
import eu.estafette.local.run.ShippedParties;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the hub with simulated partners and plays six stories through it, months in seconds, one line per hand-over. */
@Command(
        name = "demo",
        description =
                "Runs the hub with simulated partners and plays six stories through it, months in seconds, one line per hand-over.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunOptions options = new RunOptions();

    @Option(names = "--exit", description = "stop when the stories are over instead of leaving the hub open")
    private boolean exit;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Signatures signatures = Signatures.create();
        Path folder = Files.createTempDirectory("estafette-demo");
        try (Partners partners = Partners.start(signatures, notice -> say(out, notice.line()))) {
            Path config = ShippedParties.into(folder.resolve("config"));
            DemoParties.reachByWebhook(config, partners::urlOf, signatures.secret());
            LocalMode running =
                    LocalMode.start(options.on(folder.resolve("data"), config).at(DemoStories.beginning()));
            say(out, "Estafette is ready: " + running.url());
            var hub = new HubClient(running.url(), signatures);
            var stories = new DemoStories(hub, partners, line -> say(out, line));
            stories.play();
            int notices = stories.settle();
            say(
                    out,
                    "\nDemo finished: %d events, %d notices, all delivered"
                            .formatted(hub.sent().size(), notices));
            if (exit) {
                running.close();
                return 0;
            }
            return Foreground.hold(
                    running, () -> say(out, "The hub stays open at " + running.url() + "; Ctrl-C stops it."));
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
