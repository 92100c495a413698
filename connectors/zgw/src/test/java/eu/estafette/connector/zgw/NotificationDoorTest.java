package eu.estafette.connector.zgw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.rig.HubSide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Municipality municipality;
    private HubSide hub;
    private NotificationDoor door;

    @BeforeEach
    void start() throws IOException {
        municipality = new Municipality();
        hub = new HubSide(municipality.party());
        door = new NotificationDoor(new PartyRegistry(List.of(municipality.party())), hub);
    }

    @AfterEach
    void stop() {
        municipality.close();
    }

    @Test
    void aNotificationIsAnsweredBy204OnceItIsKept() {
        assertThat(take(good())).isEqualTo(DoorAnswer.TAKEN);
        assertThat(hub.left()).hasSize(1);
    }

    @Test
    void theSameNotificationTwiceIsLeftOnce() {
        take(good());
        take(good());
        assertThat(hub.left()).hasSize(1);
    }

    @Test
    void aNotifierThatOnlyTriesIsAnsweredAndNothingIsKept() {
        assertThat(take(good().put("kanaal", "test"))).isEqualTo(DoorAnswer.TAKEN);
        assertThat(hub.left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gemeente-utrecht, Token wrong",
        "gemeente-utrecht, ''",
        "nobody, Token 0123456789abcdef0123456789abcdef"
    })
    void whoDoesNotKnowTheSecretLearnsNothing(String party, String authorization) {
        // When
        DoorAnswer answer = door.take(party, authorization, bytes(good()));

        // Then
        assertThat(answer).isEqualTo(DoorAnswer.NOT_YOURS);
        assertThat(hub.left()).isEmpty();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() throws IOException {
        // When
        DoorAnswer answer = take(JSON.createObjectNode());

        // Then
        JsonNode fault = JSON.readTree(answer.body());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(fault.path("code").asText()).isEqualTo("invalid");
        assertThat(fault.path("invalidParams").findValuesAsText("name"))
                .containsExactly("kanaal", "hoofdObject", "resource", "resourceUrl", "actie", "aanmaakdatum");
        assertThat(fault.path("invalidParams").findValuesAsText("code")).containsOnly("required");
    }

    @ParameterizedTest
    @CsvSource({
        "kanaal, zaken, invalid",
        "hoofdObject, zaak-1, bad-url",
        "resourceUrl, http://, bad-url",
        "aanmaakdatum, 2026-03-02, invalid",
        "aanmaakdatum, 2026-03-02T09:15:00, invalid",
        "actie, ' ', invalid",
        "kenmerken, x, invalid",
    })
    void aFaultNamesTheFieldAndItsKind(String field, String value, String code) throws IOException {
        // When
        DoorAnswer answer = take(good().put(field, value));

        // Then
        JsonNode param = JSON.readTree(answer.body()).path("invalidParams");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(param).hasSize(1);
        assertThat(param.path(0).path("name").asText()).isEqualTo(field);
        assertThat(param.path(0).path("code").asText()).isEqualTo(code);
        assertThat(hub.left()).isEmpty();
    }

    @Test
    void aWordThatIsTooLongIsSaidToBe() throws IOException {
        DoorAnswer answer = take(good().put("kanaal", "k".repeat(51)));
        assertThat(JSON.readTree(answer.body()).at("/invalidParams/0/code").asText())
                .isEqualTo("max_length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/zaken/api/v1/1",
                "HERE/zaken/api-elsewhere/1",
                "HERE/zaken/api/../../admin",
                "HERE/zaken/api/%2e%2e/admin",
                "HERE/nrc/api/v1/abonnement",
                "http://user@127.0.0.1/zaken/api/1",
            })
    void onlyAddressesOfThePartysOwnListAreCalled(String url) {
        // Given
        String here = municipality.notifications().toString().replace("/nrc/api/v1/", "");

        // When
        DoorAnswer answer = take(good().put("resourceUrl", url.replace("HERE", here)));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(hub.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "7", "{\"kanaal\":\"a\",\"kanaal\":\"b\"}"})
    void whatIsNoNotificationIsInvalid(String body) {
        assertThat(door.take("gemeente-utrecht", Addresses.AUTH, body.getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatCannotBeKeptIsNotTaken() {
        // Given
        var away = new NotificationDoor(new PartyRegistry(List.of(municipality.party())), (poller, key, value) -> {
            throw new IntakeUnavailableException("Kafka is away", new IOException());
        });

        // Then
        assertThat(away.take("gemeente-utrecht", Addresses.AUTH, bytes(good()))).isEqualTo(DoorAnswer.LATER);
    }

    private DoorAnswer take(ObjectNode notification) {
        return door.take("gemeente-utrecht", Addresses.AUTH, bytes(notification));
    }

    private ObjectNode good() {
        return Notifications.of("zaak-1", municipality.resource("event-1"), "create", "2026-03-02T09:15:00+01:00")
                .json();
    }

    private static byte[] bytes(ObjectNode notification) {
        return notification.toString().getBytes(StandardCharsets.UTF_8);
    }
}
