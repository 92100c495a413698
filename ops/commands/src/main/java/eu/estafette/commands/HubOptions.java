package eu.estafette.commands;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which hub is asked, and how its answer is printed. */
final class HubOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--json", description = "print the hub's answer unchanged")
    private boolean json;

    @Mixin
    private WhichHub which;

    private final Surroundings around;

    HubOptions(Surroundings around) {
        this.around = around;
        this.which = new WhichHub(around);
    }

    /** @throws TroubleException if it is not known where the hub is */
    HubClient hub() throws TroubleException {
        return which.hub();
    }

    /** @param lines for people; made only where they are wanted */
    void print(HubAnswer answer, Supplier<List<String>> lines) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(answer.body());
        } else {
            lines.get().forEach(out::println);
        }
    }

    Moments moments() {
        return new Moments(around.zone());
    }
}
