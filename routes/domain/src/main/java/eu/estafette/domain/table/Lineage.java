package eu.estafette.domain.table;

import eu.estafette.domain.party.PartyId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table with all that it extends, for the days on which all of them count.
 *
 * @param files from the root to the table itself
 */
record Lineage(List<RulesetFile> files, Validity validity) {

    Lineage {
        files = List.copyOf(files);
    }

    RulesetFile self() {
        return files.getLast();
    }

    /** The names of all tables in it. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        files.forEach(file -> names.add(file.header().name()));
        return names;
    }

    /** Those of the table itself or of the nearest that it extends. */
    List<PartyId> registers() {
        return files.reversed().stream()
                .flatMap(file -> file.header().registers().stream())
                .map(Header.Registers::parties)
                .findFirst()
                .orElse(List.of());
    }

    boolean isSound() {
        return files.stream().allMatch(RulesetFile::sound);
    }
}
