package eu.estafette.hub.delivery.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.Parties;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CamelPartnerCallTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final MailboxRoutes mailbox = new MailboxRoutes();

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(mailbox);
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
    }

    @Test
    void whatIsInTheMailboxIsDelivered() {
        var call = new CamelPartnerCall(camel.createProducerTemplate(), List.of(mailbox));

        DeliveryResult result = call.deliver(by("mailbox"));

        assertThat(result).isEqualTo(new Delivered(OptionalInt.empty()));
    }

    @Test
    void aConnectorThatIsNotThereIsNotTheNoticesFault() {
        var call = new CamelPartnerCall(camel.createProducerTemplate(), List.of(mailbox));

        assertThat(call.deliver(by("pigeon")))
                .isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.code())
                        .isEqualTo("NO_CONNECTOR"));
    }

    @Test
    void twoConnectorsOfOneNameAreRefused() {
        assertThatThrownBy(() ->
                        new CamelPartnerCall(camel.createProducerTemplate(), List.of(mailbox, new MailboxRoutes())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Delivery by(String connector) {
        return new Delivery(
                Notices.notice("party", "C1", 1), Parties.party("party", 1), new DeliveryAddress(connector, Map.of()));
    }
}
