package eu.estafette.commands;

import eu.estafette.domain.table.RulesetSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A hub's configuration as its start reads it: a folder found here replaces what is shipped, as a whole. */
record ConfigFolder(Path root) {

    static ConfigFolder at(Path root) throws TroubleException {
        if (!Files.isDirectory(root)) {
            throw new TroubleException("There is no folder " + root + ": name one with --config.");
        }
        return new ConfigFolder(root);
    }

    /** Absent if the hub would use the shipped tables. */
    Optional<List<RulesetSource>> rulesets() throws TroubleException {
        Path folder = root.resolve("rulesets");
        return Files.isDirectory(folder) ? Optional.of(tables(folder)) : Optional.empty();
    }

    Path parties() {
        return root.resolve("parties");
    }

    private static List<RulesetSource> tables(Path folder) throws TroubleException {
        List<RulesetSource> tables = new ArrayList<>();
        for (Path file : files(folder)) {
            tables.add(new RulesetSource(file.getFileName().toString(), text(file)));
        }
        return tables;
    }

    private static List<Path> files(Path folder) throws TroubleException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new TroubleException(folder + " cannot be listed: check who may read it.", e);
        }
    }

    private static String text(Path file) throws TroubleException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new TroubleException(file + " is not UTF-8: save it as UTF-8.", e);
        } catch (IOException e) {
            throw new TroubleException(file + " cannot be read: check who may read it.", e);
        }
    }
}
