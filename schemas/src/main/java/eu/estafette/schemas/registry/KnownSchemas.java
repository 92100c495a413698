package eu.estafette.schemas.registry;

import eu.estafette.schemas.avro.GeneratedClasses;
import eu.estafette.schemas.avro.JavaStrings;
import eu.estafette.schemas.registry.RegistryException.Fault;
import eu.estafette.schemas.registry.SchemaCache.Entry;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which schema has which id. Each question goes to the registry at most once; the answer is kept in memory and, where a cache file is
 * configured, on disk. After {@link #warmUp} of all subjects in use nothing that this process writes, or reads of what was written so
 * far, asks the registry any more. Thread-safe; one instance may serve all serializers of a process.
 */
public final class KnownSchemas implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KnownSchemas.class);

    static {
        // before the first message is built, not only before the first is encoded: builders copy Avro's defaults
        GeneratedClasses.trust();
    }

    private final RegistryConfig config;
    private final RegistryClient client;
    private final Optional<SchemaCache> cache;
    private final RecentFaults recentFaults = new RecentFaults();
    private final Map<Name, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    private record Name(String subject, Schema schema) {}

    /** Reads the cache file; asks the registry nothing. */
    public KnownSchemas(RegistryConfig config) {
        this.config = config;
        client = new RegistryClient(config);
        cache = config.cache().map(SchemaCache::new);
        cache.ifPresent(file -> file.read().forEach(this::keep));
    }

    public RegistryConfig config() {
        return config;
    }

    /**
     * Resolves the ids of these schemas, registering them where the configuration says so, and learns all versions of their subjects.
     * With the registry away it is enough that the cache knows the schemas.
     *
     * @throws RegistryException {@link Fault#AWAY} only if something is missing in the cache; every other fault always
     */
    public void warmUp(Map<String, Schema> bySubject) {
        Set<Entry> learned = new HashSet<>();
        try {
            bySubject.forEach((subject, schema) -> {
                learned.add(ask(subject, JavaStrings.without(schema)));
                client.versions(subject).forEach(version -> {
                    RegisteredSchema one = client.version(subject, version);
                    learned.add(new Entry(Optional.of(subject), one.id(), JavaStrings.without(one.schema())));
                });
            });
        } catch (RegistryException e) {
            if (e.fault() != Fault.AWAY || !bySubject.entrySet().stream().allMatch(this::isKnown)) {
                throw e;
            }
            LOG.warn(
                    "schema registry away, using the ids of the cache subjects={} reason={}",
                    bySubject.keySet(),
                    e.getMessage());
        }
        learn(learned);
        cache.ifPresent(file -> file.add(learned));
    }

    /**
     * The id under which the registry has this schema in this subject.
     *
     * @throws RegistryException if it is not known here and the registry does not give it
     */
    public int idOf(String subject, Schema schema) {
        var name = new Name(subject, schema);
        Integer id = ids.get(name);
        if (id == null) {
            Schema portable = JavaStrings.without(schema);
            id = ids.get(new Name(subject, portable));
            if (id == null) {
                Entry learned = ask(subject, portable);
                learnNow(learned);
                id = learned.id();
            }
            ids.put(name, id);
        }
        return id;
    }

    /**
     * The schema with this id. After a fault the same id is not asked for again for some seconds, so that a stream of records with an
     * unknown id does not become a stream of requests.
     *
     * @throws RegistryException if it is not known here and the registry does not give it
     */
    public Schema schemaOf(int id) {
        Schema schema = schemas.get(id);
        if (schema == null) {
            schema = recentFaults.guard(id, () -> JavaStrings.without(client.byId(id)));
            learnNow(new Entry(Optional.empty(), id, schema));
        }
        return schema;
    }

    private Entry ask(String subject, Schema portable) {
        int id = config.autoRegister()
                ? client.register(subject, portable)
                : client.lookup(subject, portable).id();
        return new Entry(Optional.of(subject), id, portable);
    }

    private boolean isKnown(Map.Entry<String, Schema> wanted) {
        return ids.containsKey(new Name(wanted.getKey(), JavaStrings.without(wanted.getValue())));
    }

    private void learn(Set<Entry> learned) {
        learned.forEach(this::refuseReuse);
        learned.forEach(this::keep);
    }

    /** In the middle of work: a cache that cannot be written must not stop a record whose schema is known. */
    private void learnNow(Entry learned) {
        learn(Set.of(learned));
        try {
            cache.ifPresent(file -> file.add(Set.of(learned)));
        } catch (UncheckedIOException e) {
            LOG.error("schema cache not written, the next start needs the registry id={}", learned.id(), e);
        }
    }

    private void keep(Entry entry) {
        entry.subject().ifPresent(subject -> ids.put(new Name(subject, entry.schema()), entry.id()));
        schemas.putIfAbsent(entry.id(), entry.schema());
    }

    private void refuseReuse(Entry entry) {
        Schema known = schemas.get(entry.id());
        // by fingerprint: a registry may give the schema back with its documentation or order of attributes changed
        if (known != null
                && SchemaNormalization.parsingFingerprint64(known)
                        != SchemaNormalization.parsingFingerprint64(entry.schema())) {
            throw new RegistryException(
                    Fault.ID_REUSED,
                    "Schema id " + entry.id() + " is " + entry.schema().getFullName() + " for the schema registry "
                            + config.urls()
                            + " and another schema, " + known.getFullName() + ", here"
                            + config.cache().map(file -> " (" + file + ")").orElse("")
                            + ": it is another registry, or it lost its data. Nothing is written. Restore the registry, or remove the"
                            + " cache if no record written so far is needed any more.");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
