package eu.estafette.connector.cloudevents;

import static eu.estafette.connector.cloudevents.TestDoor.BATCH;
import static eu.estafette.connector.cloudevents.TestDoor.event;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.connector.cloudevents.TestDoor.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final TestDoor door;

    AdmissionTest() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void whatIsOverTheRateIsNotKeptAndToldWhenToComeAgain() {
        // Given
        door.left = 1;

        // When
        Reply within = door.structured(event("a", ""));
        Reply over = door.structured(event("b", ""));

        // Then
        assertThat(within.status()).isEqualTo(202);
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.header("Content-Type")).contains("application/problem+json");
        assertThat(over.body().get("type").asText()).isEqualTo("urn:problem-type:belgif:tooManyRequests");
        assertThat(over.header("Retry-After")).as("2.1 s, in whole seconds").contains("3");
        assertThat(door.intake.kept()).hasSize(1);
    }

    @Test
    void aBatchCountsAsItsEventsWhateverBecomesOfThem() {
        // Given
        door.left = 3;

        // When
        Reply reply = door.post("gemeente-oost", BATCH, "[" + event("a", "") + ",{}," + event("c", "") + "]");

        // Then
        assertThat(reply.status()).isEqualTo(207);
        assertThat(door.left).isZero();
    }

    @Test
    void ofABatchOverTheRateNothingIsKept() {
        // Given
        door.left = 1;

        // When
        Reply reply = door.post("gemeente-oost", BATCH, "[" + event("a", "") + "," + event("b", "") + "]");

        // Then
        assertThat(reply.status()).isEqualTo(429);
        assertThat(door.intake.handed()).isZero();
        assertThat(door.left).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadCountsToo() {
        // Given
        door.left = 1;

        // When
        Reply unreadable = door.structured("{");
        Reply over = door.structured("{");

        // Then
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(over.status()).isEqualTo(429);
    }
}
