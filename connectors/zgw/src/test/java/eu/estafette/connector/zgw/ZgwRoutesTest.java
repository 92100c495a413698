package eu.estafette.connector.zgw;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.kit.rig.HttpPartner;
import eu.estafette.kit.rig.HttpPartner.Received;
import eu.estafette.kit.rig.OutboundCalls;
import eu.estafette.kit.rig.SampleNotices;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ZgwRoutesTest {

    @Test
    void aNoticeIsAPointerAndNothingOfThePerson() throws Exception {
        try (var partner = HttpPartner.thatAnswers(204);
                var calls = OutboundCalls.to(
                        ZgwOutbound.DELIVER,
                        http -> new ZgwRoutes(
                                SampleNotices.noticeJson(),
                                http,
                                URI.create("https://hub.example/"),
                                InstantSource.system()))) {
            // When
            calls.deliver(SampleNotices.delivery(SampleNotices.act(), Addresses.deliver(partner.url())));

            // Then
            Received call = partner.onlyCall();
            JsonNode notification = new ObjectMapper().readTree(call.body());
            assertThat(notification.path("resourceUrl").asText())
                    .isEqualTo("https://hub.example/api/notices/"
                            + SampleNotices.act().getNoticeId());
            assertThat(notification.path("hoofdObject").asText())
                    .isEqualTo("https://hub.example/api/cases/"
                            + SampleNotices.act().getCaseRef());
            assertThat(notification.path("aanmaakdatum").asText()).isEqualTo("2026-03-02T08:15:00.250Z");
            assertThat(call.header("authorization")).containsExactly(Addresses.AUTH);
            assertThat(call.body()).doesNotContain("999990342", "Jansen", "JOB_COACHING");
        }
    }

    @Test
    void whatWeWriteWeCanRead() throws Exception {
        try (var partner = HttpPartner.thatAnswers(204);
                var calls = OutboundCalls.to(
                        ZgwOutbound.DELIVER,
                        http -> new ZgwRoutes(
                                SampleNotices.noticeJson(),
                                http,
                                URI.create("https://hub.example"),
                                InstantSource.system()))) {
            // When
            calls.deliver(SampleNotices.delivery(SampleNotices.act(), Addresses.deliver(partner.url())));

            // Then
            Notification read =
                    NotificationReader.read(partner.onlyCall().body().getBytes(StandardCharsets.UTF_8));
            assertThat(read.resource()).isEqualTo("notice");
            assertThat(read.action()).isEqualTo("create");
        }
    }
}
