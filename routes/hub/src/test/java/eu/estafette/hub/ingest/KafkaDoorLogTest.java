package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.intake.DoorLog.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaDoorLogTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Refusal REFUSAL =
            new Refusal(new PartyId("winkel"), "sourceNotYours", "source is no source that winkel may send under.");

    private final MockProducer<String, SpecificRecord> kafka =
            new MockProducer<>(true, null, new StringSerializer(), (topic, record) -> new byte[] {1});

    @Test
    void aRefusalIsJournaledUnderItsParty() throws Exception {
        // When
        try (var log = new KafkaDoorLog(kafka, InstantSource.fixed(NOW))) {
            log.refused(REFUSAL);
        }

        // Then
        assertThat(kafka.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("estafette.journal");
            assertThat(sent.key()).isEqualTo("winkel");
            assertThat(sent.value())
                    .isEqualTo(JournalEntry.newBuilder()
                            .setKind("REFUSED_AT_DOOR")
                            .setAt(NOW)
                            .setParty("winkel")
                            .setReason("sourceNotYours")
                            .setDetail("source is no source that winkel may send under.")
                            .build());
        });
    }

    @Test
    void aRefusalThatCannotBeJournaledStandsAllTheSame() throws Exception {
        // Given
        kafka.sendException = new TimeoutException("Kafka is away");

        // When
        try (var log = new KafkaDoorLog(kafka, InstantSource.fixed(NOW))) {
            log.refused(REFUSAL);
        }
        kafka.sendException = null;
        try (var log = new KafkaDoorLog(kafka, InstantSource.fixed(NOW))) {
            log.refused(REFUSAL);
        }

        // Then
        assertThat(kafka.history()).hasSize(1);
    }
}
