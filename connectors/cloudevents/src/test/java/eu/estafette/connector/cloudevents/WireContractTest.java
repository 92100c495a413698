package eu.estafette.connector.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.connector.cloudevents.RecordingIntake.Mood;
import eu.estafette.connector.cloudevents.TestDoor.Reply;
import eu.estafette.domain.event.EventType;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that partners' systems and scripts hold on to. Whoever changes one here breaks somebody. */
class WireContractTest {

    private final TestDoor door;

    WireContractTest() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void eventsArePostedToOnePath() {
        assertThat(door.postsTo).startsWith("platform-http:/api/events?").contains("httpMethodRestrict=POST");
    }

    @Test
    void acceptedLooksLikeThis() {
        // When
        Reply reply = door.post("gemeente-oost", "application/cloudevents+json", TestDoor.event("a:1", ""));

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.header("Location")).contains("/api/events/a:1?at=3-41");
        assertThat(reply.body().toString())
                .isEqualTo("{\"id\":\"a:1\",\"source\":\"urn:estafette:party:gemeente-oost\","
                        + "\"state\":\"ACCEPTED\",\"droppedFields\":[]}");
    }

    @Test
    void aBatchLooksLikeThis() {
        // When
        Reply reply = door.post(
                "gemeente-oost",
                "application/cloudevents-batch+json",
                "[" + TestDoor.event("a", ",'motivation':'low'") + "," + TestDoor.event("b", ",'x':1") + "]");

        // Then
        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.header("Content-Type")).contains("application/json");
        assertThat(reply.body().get("items").get(0).toString())
                .isEqualTo("{\"id\":\"a\",\"status\":202,\"location\":\"/api/events/a?at=3-41\","
                        + "\"droppedFields\":[\"motivation\"]}");
        assertThat(reply.body().get("items").get(1).fieldNames())
                .toIterable()
                .containsExactly("id", "status", "problem");
    }

    @Test
    void aProblemLooksLikeThis() {
        // When
        Reply reply = door.structured(TestDoor.event("a", ",'language':'D7'"));

        // Then
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.body().fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "instance", "issues");
        assertThat(reply.body().get("issues").get(0).fieldNames())
                .toIterable()
                .containsExactly("type", "in", "name", "value", "detail");
        assertThat(reply.body().get("issues").get(0).get("type").asText())
                .isEqualTo("urn:problem-type:estafette:unknownValue");
    }

    @Test
    void unavailableSaysWhenToComeBack() {
        // Given
        door.intake.is(Mood.AWAY);

        // When
        Reply reply = door.structured(TestDoor.event("a", ""));

        // Then
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsOnlyKeys("Content-Type", "Retry-After");
    }

    @Test
    void typesAreNamedLikeThis() {
        assertThat(Arrays.stream(EventType.values()).map(EventType::cloudEventType))
                .contains(
                        "eu.estafette.case.v1.referral.notify.requested",
                        "eu.estafette.case.v1.wage-value.notify.announced",
                        "eu.estafette.case.v1.notice.notify.answered",
                        "eu.estafette.case.v1.hold.notify.reviewed")
                .hasSize(32);
    }
}
