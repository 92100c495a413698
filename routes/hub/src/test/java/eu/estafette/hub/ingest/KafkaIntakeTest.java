package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import eu.estafette.kit.intake.Intake.Accepted;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.token.SubjectKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaIntakeTest {

    private static final SubjectKey SUBJECT = new SubjectKey("0123456789abcdef01234567");

    private final MockProducer<String, SpecificRecord> kafka =
            new MockProducer<>(false, null, new StringSerializer(), (topic, record) -> new byte[] {1});
    private final KafkaIntake intake = new KafkaIntake(kafka);

    @Test
    void anEventIsAcceptedOnlyWhenKafkaHasIt() {
        // When
        CompletableFuture<Accepted> accepted = intake.accept(SUBJECT, Events.event("7d1c-1"));

        // Then
        assertThat(accepted).isNotDone();
        kafka.completeNext();
        assertThat(accepted).isCompletedWithValue(new Accepted(0, 0));
    }

    @Test
    void anEventTravelsUnderItsSubjectWithItsAttributesAsHeaders() {
        // When
        intake.accept(SUBJECT, Events.event("7d1c-1"));

        // Then
        ProducerRecord<String, SpecificRecord> sent = kafka.history().getFirst();
        assertThat(sent.topic()).isEqualTo("estafette.events");
        assertThat(sent.key()).isEqualTo("0123456789abcdef01234567");
        assertThat(sent.value()).isEqualTo(Events.event("7d1c-1"));
        Map<String, String> headers = new LinkedHashMap<>();
        sent.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "7d1c-1"),
                        entry("ce_source", "urn:estafette:party:gemeente-oost"),
                        entry("ce_type", "eu.estafette.case.v1.referral.notify.requested"),
                        entry("ce_time", "2026-03-02T08:15:00Z"),
                        entry("ce_service", "eu.estafette.case.v1"),
                        entry("ce_recordedtime", "2026-03-02T10:00:00.123456Z"));
    }

    static Stream<RuntimeException> passingFaults() {
        return Stream.of(new TimeoutException("no metadata"), new NotEnoughReplicasException("one of two"));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void whatPassesIsUnavailable(RuntimeException fault) {
        // When
        CompletableFuture<Accepted> accepted = intake.accept(SUBJECT, Events.event("7d1c-1"));
        kafka.errorNext(fault);

        // Then
        assertThat(accepted.exceptionNow())
                .isInstanceOf(IntakeUnavailableException.class)
                .hasCause(fault);
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void whatPassesIsUnavailableAlsoWhileHandingOver(RuntimeException fault) {
        // Given
        kafka.sendException = fault;

        // When
        CompletableFuture<Accepted> accepted = intake.accept(SUBJECT, Events.event("7d1c-1"));

        // Then
        assertThat(accepted.exceptionNow()).isInstanceOf(IntakeUnavailableException.class);
    }

    static Stream<RuntimeException> ownFaults() {
        return Stream.of(new RecordTooLargeException("5 MiB"), new SerializationException("no such field"));
    }

    @ParameterizedTest
    @MethodSource("ownFaults")
    void whatWillNeverBeTakenIsNoReasonToTryAgain(RuntimeException fault) {
        // Given
        kafka.sendException = fault;

        // When
        CompletableFuture<Accepted> accepted = intake.accept(SUBJECT, Events.event("7d1c-1"));

        // Then
        assertThat(accepted.exceptionNow()).isSameAs(fault);
    }
}
