package eu.estafette.local.registry;

import eu.estafette.schemas.registry.Compatibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * What the registry holds; a value. Nothing is ever removed, so an id is a place in a list and stays what it is.
 *
 * @param schemas  Avro's own text of each schema; the first has id 1
 * @param subjects ids of each subject's versions; the first is version 1
 * @param level    of subjects that have none of their own
 * @param levels   by subject
 */
record Catalogue(
        List<String> schemas,
        SortedMap<String, List<Integer>> subjects,
        Compatibility level,
        SortedMap<String, Compatibility> levels) {

    static final Catalogue EMPTY =
            new Catalogue(List.of(), new TreeMap<>(), Compatibility.FULL_TRANSITIVE, new TreeMap<>());

    Catalogue {
        schemas = List.copyOf(schemas);
        subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    Optional<String> schema(int id) {
        return id >= 1 && id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
    }

    Optional<Integer> idOf(String schema) {
        return Optional.of(schemas.indexOf(schema) + 1).filter(id -> id > 0);
    }

    /** Ids of the subject's versions, oldest first; empty if there is no such subject. */
    List<Integer> versions(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    List<Schema> history(String subject) {
        return versions(subject).stream()
                .map(id -> new Schema.Parser().parse(schemas.get(id - 1)))
                .toList();
    }

    Compatibility levelOf(String subject) {
        return levels.getOrDefault(subject, level);
    }

    /** With the schema as the subject's newest version; the same schema has the same id in every subject. */
    Catalogue with(String subject, String schema) {
        List<String> more = new ArrayList<>(schemas);
        int id = idOf(schema).orElseGet(() -> {
            more.add(schema);
            return more.size();
        });
        List<Integer> ids = new ArrayList<>(versions(subject));
        ids.add(id);
        return new Catalogue(more, put(subjects, subject, List.copyOf(ids)), level, levels);
    }

    Catalogue with(Compatibility newLevel) {
        return new Catalogue(schemas, subjects, newLevel, levels);
    }

    Catalogue with(String subject, Compatibility newLevel) {
        return new Catalogue(schemas, subjects, level, put(levels, subject, newLevel));
    }

    private static <V> SortedMap<String, V> put(Map<String, V> map, String key, V value) {
        SortedMap<String, V> more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }
}
