package eu.estafette.local.demo;

import eu.estafette.local.Foreground;
import eu.estafette.local.demo.formats.OwnFormats;
import eu.estafette.local.run.LocalMode;
import eu.estafette.local.run.RunOptions;
import eu.estafette.local.run.ShippedParties;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the hub with simulated partners and plays six stories and a chapter on their own formats through it, months in seconds. */
@Command(
        name = "demo",
        description = {
            "Runs the hub with simulated partners and plays six stories through it, months in seconds, one line per hand-over.",
            "At the end partners speak their own formats: mail with a calendar, Dimona, CSV, ZGW."
        },
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
        Path config = ShippedParties.into(folder.resolve("config"));
        try (Partners partners = Partners.start(signatures, notice -> say(out, notice.line()));
                OwnFormats formats = OwnFormats.start(folder.resolve("partners"), config)) {
            DemoParties.reachByWebhook(config, partners::urlOf, signatures.secret());
            LocalMode running = LocalMode.start(options.on(folder.resolve("data"), config)
                    .at(DemoStories.beginning())
                    .with(formats.settings()));
            say(out, "Estafette is ready: " + running.url());
            var hub = new HubClient(running.url(), signatures);
            var stories = new DemoStories(hub, partners, line -> say(out, line));
            stories.play();
            String told =
                    "%d events, %d notices, all delivered".formatted(hub.sent().size(), stories.settle());
            formats.play(hub, stories.today(), line -> say(out, line));
            say(out, "\nDemo finished: " + told + "; mail, Dimona, CSV and ZGW came through");
            if (exit) {
                running.close();
                FileSystemUtils.deleteRecursively(folder);
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
