package eu.estafette.commands;

import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.ShippedRulesets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that a hub would be started with by {@code --config}. */
final class ConfigFolder {

    private final Path folder;

    private ConfigFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws CommandException if the folder that was given does not exist */
    static ConfigFolder of(Optional<Path> config, Surroundings surroundings) {
        Path folder = config.map(given -> surroundings.folder().resolve(given)).orElse(surroundings.folder());
        if (config.isPresent() && !Files.isDirectory(folder)) {
            throw CommandException.wrongUse("There is no folder " + config.get() + ": check --config.");
        }
        return new ConfigFolder(folder);
    }

    boolean ownsRulesets() {
        return Files.isDirectory(rulesetsFolder());
    }

    /** Its own tables; those that come with the hub where it has none. */
    List<RulesetSource> rulesets() {
        if (!ownsRulesets()) {
            return ShippedRulesets.sources();
        }
        List<RulesetSource> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(rulesetsFolder())) {
            for (Path file : files.filter(name -> name.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                sources.add(new RulesetSource(file.getFileName().toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw CommandException.wrongUse(rulesetsFolder() + " cannot be read (" + e.getMessage() + ").");
        }
        return sources;
    }

    /** @throws CommandException if it has no parties: none come with the hub */
    Path parties() {
        Path parties = folder.resolve("parties");
        if (!Files.isDirectory(parties)) {
            throw CommandException.wrongUse(
                    "There is no folder " + parties + ": name the configuration with --config.");
        }
        return parties;
    }

    private Path rulesetsFolder() {
        return folder.resolve("rulesets");
    }
}
