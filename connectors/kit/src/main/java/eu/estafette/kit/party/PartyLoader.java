package eu.estafette.kit.party;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code parties/*.yaml}, one party per file, and finds all faults at once, with file and line.
 *
 * <p>A party needs {@code id}, {@code region} and {@code roles}. Without more it pulls from its mailbox, may send under its own urns, may be
 * away for 30 days, is called 8 times at once at any hour, reads the language of its region, and has its case parked when a notice is
 * refused. An unknown key is a fault, because a mistyped one would otherwise be a setting that is not there.
 */
public final class PartyLoader {

    private final Available available;

    public PartyLoader(Available available) {
        this.available = available;
    }

    /**
     * Reads every party of a folder.
     *
     * @throws UncheckedIOException if a file that is there cannot be read
     */
    public LoadedParties load(Path folder) {
        List<PartyFault> faults = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        Claims claims = new Claims();
        List<Path> files = filesOf(folder);
        if (files.isEmpty()) {
            faults.add(new PartyFault(folder.toString(), 0, "no party files here; each party has a file <id>.yaml"));
        }
        for (Path file : files) {
            Faults ofFile = new Faults(file.getFileName().toString(), faults);
            section(file, ofFile)
                    .flatMap(section -> new PartyReader(available, claims, section, ofFile).read())
                    .ifPresent(parties::add);
        }
        faults.sort(Comparator.comparing(PartyFault::file).thenComparingInt(PartyFault::line));
        return new LoadedParties(parties, faults);
    }

    /** Misspelt endings are read too: a party that is silently left out would lose its notices. */
    private static List<Path> filesOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<YamlSection> section(Path file, Faults faults) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlSection(mapping, faults));
            }
            faults.add(1, "a party file is one mapping that starts with id:");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(line, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            faults.add(1, "not YAML: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return Optional.empty();
    }
}
