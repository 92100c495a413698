package eu.estafette.connector.cloudevents.out;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSettingsTest {

    private static final DeliveryAddress GOOD = Addresses.address(
            URI.create("https://dienst.example/events"), URI.create("https://login.dienst.example/token"));

    @Test
    void anAddressOfTheseFourIsWhole() {
        assertThat(new EventSettings(GOOD).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://dienst.example, cloudevents: \"url\" must begin with https:// or http://",
        "token-url, login, cloudevents: \"token-url\" must begin with https:// or http://",
        "client-id, ' ', cloudevents: \"client-id\" is missing; the partner's token server gives it to us",
        "mode, batch, cloudevents: \"mode\" must be structured or binary",
        "profile, be-gov, cloudevents: \"profile\" must be belgif or nl-gov",
        "source, urn:x, cloudevents: \"source\" is for profile nl-gov; the hub speaks as urn:estafette:hub",
    })
    void aFaultNamesTheKeyAndWhatWouldBeRight(String key, String value, String fault) {
        assertThat(new EventSettings(Addresses.with(GOOD, key, value)).faults()).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "urn:estafette:hub",
        "urn:nld:oin:00000001823288444001:systeem:estafette",
        "urn:nld:oin:00000001823288444000",
    })
    void inTheDutchProfileASourceHasAValidOin(String source) {
        DeliveryAddress address = Addresses.with(Addresses.with(GOOD, "profile", "nl-gov"), "source", source);
        assertThat(new EventSettings(address).faults())
                .containsExactly(
                        "cloudevents: \"source\" must be urn:nld:oin:<a valid OIN>:systeem:<name> in profile nl-gov");
    }

    @Test
    void nothingIsSaidOfAValue() {
        var address = new DeliveryAddress("cloudevents", Map.of());
        assertThat(new EventSettings(address).faults().toString()).doesNotContain("s3cr3t");
        assertThat(new EventSettings(GOOD).read().toString()).isEqualTo("https://dienst.example");
    }
}
