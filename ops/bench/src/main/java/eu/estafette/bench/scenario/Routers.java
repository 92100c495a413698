package eu.estafette.bench.scenario;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Decider;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.hub.router.Router;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.avro.GeneratedClasses;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryDeserializer;
import eu.estafette.schemas.registry.RegistrySerializer;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes the hub's own router over the shipped tables. Its clock stands still, so that equal events give equal bytes whoever runs it and
 * whenever.
 */
public final class Routers {

    static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

    private final Catalogue catalogue = Catalogue.shipped();
    private final Rulesets rulesets = ShippedRulesets.load(catalogue);
    private final Decider decider = new Decider(rulesets, Parties.registry(), catalogue);
    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;

    /** @param registry url of a schema registry; asked now, and not again */
    public Routers(String registry) {
        GeneratedClasses.trust();
        var schemas = new KnownSchemas(RegistryConfig.of(Map.of(
                RegistryConfig.URL,
                registry,
                RegistryConfig.SPECIFIC,
                true,
                RegistryConfig.VALUE_NAMING,
                "RecordNameStrategy")));
        schemas.warmUp(Stream.of(
                        CaseEvent.getClassSchema(),
                        CaseEntry.getClassSchema(),
                        CaseMoved.getClassSchema(),
                        Notice.getClassSchema(),
                        JournalEntry.getClassSchema())
                .collect(Collectors.toMap(Schema::getFullName, Function.identity())));
        serializer = new RegistrySerializer<>(schemas);
        deserializer = new RegistryDeserializer<>(schemas);
    }

    /** @param wrapper put around the decision, to count */
    public Router router(UnaryOperator<Decision.Function> wrapper) {
        return new Router(
                wrapper.apply(decider),
                new Joining(rulesets, Parties.registry(), catalogue),
                new Due(Parties.registry()),
                catalogue.steps()::isCaseWide,
                tokens,
                Contracts.shipped(),
                serializer,
                deserializer,
                () -> NOW);
    }

    Tokens tokens() {
        return tokens;
    }

    Serializer<SpecificRecord> serializer() {
        return serializer;
    }

    Deserializer<SpecificRecord> deserializer() {
        return deserializer;
    }
}
