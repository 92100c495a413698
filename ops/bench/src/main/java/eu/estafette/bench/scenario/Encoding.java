package eu.estafette.bench.scenario;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.avro.GeneratedClasses;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryDeserializer;
import eu.estafette.schemas.registry.RegistrySerializer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** The hub's own messages in the wire format of a registry. Thread-safe. */
public record Encoding(
        Serializer<SpecificRecord> serializer,
        Deserializer<SpecificRecord> deserializer,
        Deserializer<Notice> notices,
        Deserializer<LaneCommand> commands) {

    /** @param registry url of a schema registry; asked now, and not again */
    public static Encoding of(String registry) {
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
                        JournalEntry.getClassSchema(),
                        LaneCommand.getClassSchema())
                .collect(Collectors.toMap(Schema::getFullName, Function.identity())));
        return new Encoding(
                new RegistrySerializer<>(schemas),
                new RegistryDeserializer<>(schemas),
                new RegistryDeserializer<>(schemas, Notice.class),
                new RegistryDeserializer<>(schemas, LaneCommand.class));
    }
}
