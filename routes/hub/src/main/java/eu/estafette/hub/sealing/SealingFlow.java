package eu.estafette.hub.sealing;

import eu.estafette.hub.group.GroupFlow;
import eu.estafette.schemas.seal.JournalKey;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Seals the journal's partitions that fall to this process. When it stops, what was read is sealed first. */
public final class SealingFlow extends GroupFlow {

    private final SealingSettings settings;
    private final SealingClients clients;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;
    private final JournalKey key;
    private final SealingMeters meters;

    SealingFlow(
            SealingSettings settings,
            SealingClients clients,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            JournalKey key,
            SealingMeters meters) {
        super("sealing");
        this.settings = settings;
        this.clients = clients;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.key = key;
        this.meters = meters;
    }

    @Override
    protected Session session() {
        var ends = new ChainEnds(clients::reader, deserializer);
        var sealing = new SealingSession(clients.member(), clients.producer(), serializer, ends, key, meters);
        return new Session() {
            @Override
            public void run(BooleanSupplier goOn) {
                sealing.run(settings.every(), goOn);
            }

            @Override
            public void close() {
                sealing.close();
            }
        };
    }
}
