package eu.estafette.domain.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Which table extends which, version by version. */
final class Pedigree {

    private final SequencedMap<String, List<RulesetFile>> versions = new LinkedHashMap<>();
    private final Faults faults;

    Pedigree(List<RulesetFile> files, Faults faults) {
        this.faults = faults;
        files.forEach(this::add);
        files.forEach(this::requireParent);
    }

    private void add(RulesetFile file) {
        List<RulesetFile> same = versions.computeIfAbsent(file.header().name(), ignored -> new ArrayList<>());
        same.stream()
                .filter(other ->
                        other.header().validity().and(file.header().validity()).isPresent())
                .forEach(other -> faults.add(head(file)
                        .fault(
                                RulesetFault.Kind.VALIDITY,
                                "%s is also valid on some of these days in %s"
                                        .formatted(file.header().name(), other.file()))));
        same.add(file);
    }

    private void requireParent(RulesetFile file) {
        file.header()
                .parent()
                .filter(parent -> !versions.containsKey(parent))
                .ifPresent(parent -> faults.add(
                        head(file).fault(RulesetFault.Kind.UNKNOWN_PARENT, "extends the unknown table " + parent)));
    }

    static Place head(RulesetFile file) {
        return new Place(file.file(), 1, "");
    }

    /** All lineages of all tables; a table that extends itself has none. */
    List<Lineage> lineages() {
        List<Lineage> lineages = new ArrayList<>();
        versions.values()
                .forEach(files -> files.forEach(
                        file -> lineages.addAll(of(file, file.header().validity(), new HashSet<>()))));
        return lineages;
    }

    private List<Lineage> of(RulesetFile file, Validity days, Set<String> descendants) {
        if (!descendants.add(file.header().name())) {
            faults.add(head(file).fault(RulesetFault.Kind.UNKNOWN_PARENT, "extends itself"));
            return List.of();
        }
        Optional<String> parent = file.header().parent();
        if (parent.isEmpty()) {
            return List.of(new Lineage(List.of(file), days));
        }
        List<Lineage> lineages = new ArrayList<>();
        for (RulesetFile version : versions.getOrDefault(parent.get(), List.of())) {
            Optional<Validity> common = version.header().validity().and(days);
            if (common.isPresent()) {
                of(version, common.get(), new HashSet<>(descendants))
                        .forEach(above -> lineages.add(below(above, file)));
            }
        }
        return lineages;
    }

    private static Lineage below(Lineage above, RulesetFile file) {
        List<RulesetFile> files = new ArrayList<>(above.files());
        files.add(file);
        return new Lineage(files, above.validity());
    }
}
