package eu.estafette.schemas;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.Sealed;
import eu.estafette.schemas.avro.JavaStrings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The released contracts, each loaded once. Event, view and document contracts come from {@code contracts/<kind>/<name>/<name>_v<n>.avsc};
 * message contracts are the generated classes' schemas, because they refer to each other. Thread-safe; one contract always gives the
 * same {@link Schema} object.
 */
public final class Contracts {

    private static final Pattern NAME = Pattern.compile("(event|view|document|message)/([a-zA-Z]+(?:[.-][a-z]+)*)");
    private static final Map<String, Contract> MESSAGES = Stream.of(
                    message(1, CaseEntry.getClassSchema()),
                    message(1, CaseEvent.getClassSchema()),
                    message(1, CaseMoved.getClassSchema()),
                    message(1, Identity.getClassSchema()),
                    message(2, JournalEntry.getClassSchema()),
                    message(1, Notice.getClassSchema()),
                    message(1, Payload.getClassSchema()),
                    message(1, Sealed.getClassSchema()))
            .collect(Collectors.toUnmodifiableMap(Contract::name, contract -> contract));
    private static final Contracts SHIPPED = new Contracts("contracts");

    private final String folder;
    private final Map<Key, Contract> known = new ConcurrentHashMap<>();
    private final Map<Schema, Contract> bySchema = new ConcurrentHashMap<>();
    private final Map<String, Contract> latest = new ConcurrentHashMap<>();

    private record Key(String name, int version) {}

    private static Contract message(int version, Schema schema) {
        return new Contract("message/" + schema.getName(), version, schema);
    }

    /** Contracts under {@code folder} of the class path. */
    Contracts(String folder) {
        this.folder = folder;
    }

    /** The contracts of this build. */
    public static Contracts shipped() {
        return SHIPPED;
    }

    /** @throws UnknownContractException if this build has no such contract */
    public Contract contract(String name, int version) {
        return find(name, version).orElseThrow(() -> UnknownContractException.notShipped(name, version));
    }

    /**
     * The newest version of the contract.
     *
     * @throws UnknownContractException if this build has no contract of this name
     */
    public Contract latest(String name) {
        Contract found = latest.get(name);
        if (found == null) {
            found = contract(name, 1);
            for (var next = Optional.of(found); next.isPresent(); next = find(name, found.version() + 1)) {
                found = next.get();
            }
            latest.put(name, found);
        }
        return found;
    }

    /**
     * The contract whose schema this is.
     *
     * @throws UnknownContractException if the schema did not come from these contracts
     */
    public Contract of(Schema schema) {
        Contract contract = bySchema.get(schema);
        if (contract == null) {
            throw new UnknownContractException(
                    "schema: " + schema.getFullName()
                            + " did not come from the contracts of this build; make the record with the schema of Contracts.contract(name, version).");
        }
        return contract;
    }

    private Optional<Contract> find(String name, int version) {
        Contract contract = known.get(new Key(name, version));
        return contract != null ? Optional.of(contract) : load(name, version).map(this::keep);
    }

    private Contract keep(Contract loaded) {
        Contract kept = known.computeIfAbsent(new Key(loaded.name(), loaded.version()), key -> loaded);
        bySchema.put(kept.schema(), kept);
        return kept;
    }

    private Optional<Contract> load(String name, int version) {
        Contract message = MESSAGES.get(name);
        if (message != null && message.version() == version) {
            return Optional.of(message);
        }
        var parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String file = "%s/%s/%s/%s_v%d.avsc".formatted(folder, parts.group(1), parts.group(2), parts.group(2), version);
        try (InputStream in = Contracts.class.getClassLoader().getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new Contract(name, version, JavaStrings.in(new Schema.Parser().parse(in))));
        } catch (IOException e) {
            throw new UncheckedIOException("Contract file " + file + " cannot be read", e);
        }
    }
}
