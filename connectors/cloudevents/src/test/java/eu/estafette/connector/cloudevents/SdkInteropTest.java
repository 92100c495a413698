package eu.estafette.connector.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the CloudEvents project's own SDK writes, this door reads. */
class SdkInteropTest {

    private static final CloudEvent EVENT = CloudEventBuilder.v1()
            .withId("sdk-1")
            .withSource(URI.create("urn:estafette:party:gemeente-oost"))
            .withType("eu.estafette.case.v1.referral.notify.requested")
            .withTime(OffsetDateTime.parse("2026-03-02T09:15:00+01:00"))
            .withExtension("service", "eu.estafette.case.v1")
            .withExtension("correlationid", "Zoë & co")
            .withExtension("sequence", 7)
            .withData("application/json", TestDoor.bytes(TestDoor.data(""), StandardCharsets.UTF_8))
            .build();

    @Test
    void structuredModeIsRead() throws Exception {
        // Given
        EventFormat format =
                Objects.requireNonNull(EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE));

        // When
        try (TestDoor door = new TestDoor()) {
            var reply = door.post(
                    Optional.of("gemeente-oost"),
                    Map.of("Content-Type", JsonFormat.CONTENT_TYPE),
                    format.serialize(EVENT));

            // Then
            assertThat(reply.status()).as("%s", reply.body()).isEqualTo(202);
            assertThat(door.intake.kept().getFirst().event().getCorrelationId()).isEqualTo("Zoë & co");
        }
    }

    @Test
    void structuredModeWithBase64DataIsRead() throws Exception {
        // Given
        EventFormat format = new JsonFormat().withForceNonJsonDataToString().withForceJsonDataToBase64();

        // When
        try (TestDoor door = new TestDoor()) {
            byte[] written = format.serialize(EVENT);
            var reply =
                    door.post(Optional.of("gemeente-oost"), Map.of("Content-Type", JsonFormat.CONTENT_TYPE), written);

            // Then
            assertThat(new String(written, StandardCharsets.UTF_8)).contains("data_base64");
            assertThat(reply.status()).as("%s", reply.body()).isEqualTo(202);
        }
    }

    @Test
    void binaryModeIsRead() throws Exception {
        // Given
        Map<String, String> headers = new HashMap<>();
        byte[][] body = new byte[1][];

        // When
        HttpMessageFactory.createWriter(headers::put, bytes -> body[0] = bytes).writeBinary(EVENT);
        try (TestDoor door = new TestDoor()) {
            var reply = door.post(Optional.of("gemeente-oost"), headers, body[0]);

            // Then
            assertThat(reply.status()).as("%s", reply.body()).isEqualTo(202);
            assertThat(door.intake.kept().getFirst().event().getCorrelationId()).isEqualTo("Zoë & co");
        }
    }
}
