package eu.estafette.hub.setup;

import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.ShippedRulesets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where parties and rulesets come from: a folder of the configuration replaces what is shipped, as a whole. */
final class ConfigFolder {

    private final Optional<Path> root;

    ConfigFolder(@Nullable Path root) {
        this.root = Optional.ofNullable(root);
    }

    /** @throws IllegalStateException if there is no folder of parties; none are shipped with the hub */
    Path parties() {
        return folder("parties")
                .orElseThrow(() -> new IllegalStateException("estafette.config: there is no folder parties/ in "
                        + root.map(Path::toString).orElse("(not set)")
                        + "; the hub needs to know its parties, one YAML file each"));
    }

    List<RulesetSource> rulesets() {
        return folder("rulesets").map(ConfigFolder::tables).orElseGet(ShippedRulesets::sources);
    }

    private Optional<Path> folder(String name) {
        return root.map(path -> path.resolve(name)).filter(Files::isDirectory);
    }

    private static List<RulesetSource> tables(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .map(ConfigFolder::table)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static RulesetSource table(Path file) {
        try {
            return new RulesetSource(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
