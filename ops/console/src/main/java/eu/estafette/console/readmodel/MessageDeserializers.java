package eu.estafette.console.readmodel;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the messages that the read model is made from, whichever version wrote them. */
public record MessageDeserializers(
        Deserializer<JournalEntry> journal, Deserializer<Notice> notices, Deserializer<CaseEntry> cases) {

    public static MessageDeserializers of(KnownSchemas schemas) {
        return new MessageDeserializers(
                new RegistryDeserializer<>(schemas, JournalEntry.class),
                new RegistryDeserializer<>(schemas, Notice.class),
                new RegistryDeserializer<>(schemas, CaseEntry.class));
    }
}
