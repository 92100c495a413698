package eu.estafette.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRoutesTest {

    private static final Delivery DELIVERY = Samples.delivery(Samples.act(3, "2026-03-16"), "fr");

    private static DeliveryResult deliver(Delivery delivery, MailServer server) throws Exception {
        try (var camel = new DefaultCamelContext()) {
            camel.addRoutes(new MailRoutes(Samples.IDENTITY, Samples.SEALS, Samples.ASKABLE, post(server)));
            camel.start();
            return camel.createProducerTemplate()
                    .requestBody(new MailConnector(post(server)).uri(), delivery, DeliveryResult.class);
        }
    }

    private static SmtpPost post(MailServer server) {
        return new SmtpPost(server, Samples.IDENTITY, InstantSource.system());
    }

    private static DeliveryResult deliver(Map<String, String> script) throws Exception {
        try (var smtp = new ScriptedSmtp(script)) {
            return deliver(DELIVERY, smtp.server(Duration.ofSeconds(1)));
        }
    }

    @Test
    void aNoticeBecomesAMailThatNamesIt() throws Exception {
        // Given
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var place = new MailServer("127.0.0.1", server.getSmtp().getPort(), Optional.empty(), Tls.NONE);

            // When
            DeliveryResult first = deliver(DELIVERY, place);
            DeliveryResult again = deliver(DELIVERY, place);

            // Then
            assertThat(first).isInstanceOf(Delivered.class);
            assertThat(again).isInstanceOf(Delivered.class);
            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).hasSize(2);
            String id = DELIVERY.notice().getNoticeId();
            for (MimeMessage mail : mails) {
                assertThat(mail.getMessageID()).isEqualTo("<" + id + "@estafette.example>");
                assertThat(mail.getHeader("X-Estafette-Notice-Id")).containsExactly(id);
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                assertThat(mail.getHeader("References", null))
                        .startsWith("<case.")
                        .doesNotContain("E1-");
                assertThat(mail.getSubject()).contains("À faire");
                assertThat(mail.getFrom()[0]).hasToString(Samples.HUB);
                Multipart parts = (Multipart) mail.getContent();
                assertThat(parts.getContentType()).contains("multipart/alternative");
                assertThat((String) parts.getBodyPart(0).getContent()).contains("Bonjour");
                assertThat(parts.getBodyPart(1).getContentType())
                        .contains("text/calendar")
                        .contains("method=REQUEST");
            }
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <coach-1@jobcoach.example> unknown, MAILBOX_UNKNOWN, 550",
        "550 no such user, SMTP_550, 550",
        "552 5.2.2 full, MAILBOX_FULL, 552"
    })
    void whatTheServerSaysOfTheRecipientIsTheNoticesOwnTrouble(String answer, String code, int status)
            throws Exception {
        // When
        DeliveryResult result = deliver(Map.of("RCPT", answer));

        // Then
        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.status()).hasValue(status);
            assertThat(refused.detail()).doesNotContain("coach-1");
        });
    }

    @Test
    void anAddressThatIsNoMoreIsGone() throws Exception {
        assertThat(deliver(Map.of("RCPT", "551 5.1.6 moved"))).isInstanceOf(Gone.class);
    }

    @Test
    void contentThatIsRefusedIsTheNoticesOwnTrouble() throws Exception {
        assertThat(deliver(Map.of("END", "554 5.7.1 spam")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("SMTP_554"));
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 go away",
        "GREETING, ''",
        "GREETING, silence",
        "MAIL, 550 not you",
        "RCPT, 450 4.7.1 greylisted",
        "RCPT, ''",
        "DATA, 451 later",
        "END, 452 4.3.1 disk full"
    })
    void troubleThatIsClearLeavesNoDoubt(String command, String answer) throws Exception {
        // When
        DeliveryResult result = deliver(Map.of(command, answer));

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.inDoubt())
                .isFalse());
    }

    @ParameterizedTest
    @CsvSource({"''", "silence"})
    void withoutAWordAfterTheContentTheServerMayHaveIt(String answer) throws Exception {
        // When
        DeliveryResult result = deliver(Map.of("END", answer));

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.inDoubt())
                .isTrue());
    }

    @Test
    void aServerThatIsAwayIsTrouble() throws Exception {
        // Given
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        // When
        DeliveryResult result = deliver(DELIVERY, new MailServer("127.0.0.1", port, Optional.empty(), Tls.NONE));

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("CONNECT");
            assertThat(trouble.inDoubt()).isFalse();
        });
    }

    @Test
    void aServerWithoutTlsGetsNoPassword() throws Exception {
        // Given
        try (var smtp = new ScriptedSmtp(Map.of())) {
            MailServer plain = smtp.server(Duration.ofSeconds(1));
            var careful = new MailServer(
                    plain.host(),
                    plain.port(),
                    Optional.of(new MailServer.Login("hub", "secret")),
                    Tls.STARTTLS,
                    plain.connect(),
                    plain.answer());

            // When / Then
            assertThat(deliver(DELIVERY, careful)).isInstanceOf(PartnerTrouble.class);
        }
    }

    @Test
    void anAddressIsCheckedBeforeTheStart() {
        var connector = new MailConnector(post(new MailServer("127.0.0.1", 1, Optional.empty(), Tls.NONE)));
        assertThat(connector.faultsOf(Samples.address("coach@example.org"))).isEmpty();
        assertThat(connector.faultsOf(Samples.address("Coach <coach@example.org>")))
                .hasSize(1);
        assertThat(connector.faultsOf(Samples.address("a@b.example\nBcc: c@d.example")))
                .hasSize(1);
        assertThat(connector.faultsOf(
                        new eu.estafette.kit.party.DeliveryAddress("mail", Map.of("cc", java.util.List.of("x")))))
                .hasSize(2);
    }

    @Test
    void theHubsOwnServerIsTriedWithoutAMail() {
        // Given
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int port = server.getSmtp().getPort();
        var connector = new MailConnector(post(new MailServer("127.0.0.1", port, Optional.empty(), Tls.NONE)));
        var address = Samples.address("coach@example.org");

        // When / Then
        assertThat(connector.tryOut(address)).isEmpty();
        assertThat(server.getReceivedMessages()).isEmpty();
        server.stop();
        assertThat(connector.tryOut(address)).hasValueSatisfying(fault -> assertThat(fault)
                .startsWith("the mail server 127.0.0.1:" + port + " cannot be used"));
    }
}
