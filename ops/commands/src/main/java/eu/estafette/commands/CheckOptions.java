package eu.estafette.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which configuration is looked into, and how the result is printed. */
final class CheckOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "folder of the configuration, as the hub is started with")
    private Optional<Path> config = Optional.empty();

    /** @throws TroubleException if the folder that was named is not there */
    Optional<ConfigFolder> config() throws TroubleException {
        return config.isPresent() ? Optional.of(ConfigFolder.at(config.get())) : Optional.empty();
    }

    /** @param forPrograms what {@code --json} prints */
    void print(Map<String, Object> forPrograms, List<String> forPeople) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(text(forPrograms));
        } else {
            forPeople.forEach(out::println);
        }
    }

    private static String text(Map<String, Object> result) {
        try {
            return new ObjectMapper().writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers are JSON", e);
        }
    }
}
