package eu.estafette.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.HubSide.Killed;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailPollerTest {

    private static final String PASSWORD = "hub-password";

    private final Party party = Samples.party("nl");
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private HubSide hub = new HubSide(party);
    private Poller poller;

    MailPollerTest() {
        server.start();
        server.setUser(Samples.HUB, Samples.HUB, PASSWORD);
        server.setUser(Samples.COACH, Samples.COACH, PASSWORD);
        poller = poller();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    /** As a process that starts now would have it. */
    private Poller poller() {
        var login = Optional.of(new MailServer.Login(Samples.HUB, PASSWORD));
        var imap = new MailServer("127.0.0.1", server.getImap().getPort(), login, Tls.NONE);
        var smtp = new MailServer("127.0.0.1", server.getSmtp().getPort(), Optional.empty(), Tls.NONE);
        return new MailWayIn(imap, "INBOX", "Estafette", Duration.ofHours(1))
                .poller(
                        Samples.IDENTITY,
                        Samples.SEALS,
                        new PartyRegistry(List.of(party)),
                        Samples.TOKENS,
                        new SmtpPost(smtp, Samples.IDENTITY, InstantSource.system()),
                        hub.wayIn());
    }

    private void arrives(String mail) throws MessagingException {
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        server.getUserManager().getUser(Samples.HUB).deliver(message);
    }

    private void visit() throws IOException {
        hub.visit(poller);
    }

    private int standing(String folder) throws MessagingException {
        Store store = server.getImap().createStore();
        try (store) {
            store.connect("127.0.0.1", server.getImap().getPort(), Samples.HUB, PASSWORD);
            Folder box = store.getFolder(folder);
            return box.exists() ? box.getMessageCount() : 0;
        }
    }

    private GenericRecord content(CaseEvent event) {
        return new PayloadCodec(Contracts.shipped()).read(event.getPayload());
    }

    private static String uid() {
        return new CalendarUids(Samples.SEALS, Samples.IDENTITY.domain()).of(Samples.act(3, "2026-03-16"), "FIRST-DAY");
    }

    static String reply(String method, String partstat, int sequence, String stamp, String... more) {
        return mail(
                "Content-Type: text/calendar; method=" + method + "; charset=UTF-8",
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\nMETHOD:" + method
                        + "\nBEGIN:VEVENT\nUID:" + uid() + "\nSEQUENCE:" + sequence + "\nDTSTAMP:" + stamp
                        + "\nDTSTART:20260316T080000Z\nORGANIZER:mailto:" + Samples.HUB
                        + "\nATTENDEE;PARTSTAT=" + partstat + ":MAILTO:" + Samples.COACH + "\n"
                        + String.join("", more) + "END:VEVENT\nEND:VCALENDAR\n");
    }

    static String mail(String headers, String body) {
        return "From: Kim <" + Samples.COACH + ">\nTo: " + Samples.HUB
                + "\nSubject: Re: Gevraagd\nMessage-ID: <a1@jobcoach.example>\nMIME-Version: 1.0\n" + headers + "\n\n"
                + body;
    }

    private static String bounce(String headers, String action, String status) {
        return "From: MAILER-DAEMON@mx.example\nTo: " + Samples.HUB
                + "\nSubject: Undelivered\nReturn-Path: <>\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nSorry.\n"
                + "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
                + "Final-Recipient: rfc822; " + Samples.COACH + "\nAction: " + action + "\nStatus: " + status + "\n\n"
                + "--b\nContent-Type: text/rfc822-headers\n\n" + headers + "\n--b--\n";
    }

    @ParameterizedTest
    @CsvSource({"ACCEPTED, ACCEPTED", "DECLINED, DECLINED", "TENTATIVE, NEEDS_INFO", "COMPLETED, DONE"})
    void aReplyToAnInvitationIsTheAnswerToItsNotice(String partstat, String outcome) throws Exception {
        // Given
        String mail = reply("REPLY", partstat, 3, "20260302T081000Z", "COMMENT:Ik ben ziek\n");
        arrives(mail);

        // When
        visit();

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(event.getType()).endsWith("notice.notify.answered");
            assertThat(event.getParty()).isEqualTo("jobcoach-noord");
            assertThat(event.getTime()).isEqualTo("2026-03-02T08:10:00Z");
            assertThat(content(event).get("noticeId")).isEqualTo(Samples.noticeId(3));
            assertThat(content(event).get("level")).isEqualTo("BUSINESS");
            assertThat(content(event).get("outcome")).isEqualTo(outcome);
            assertThat((String) content(event).get("remark")).endsWith("Ik ben ziek");
            assertThat(hub.original(new OriginalRef(event.getDataref())).orElseThrow())
                    .asString(StandardCharsets.UTF_8)
                    .contains("PARTSTAT=" + partstat);
        });
        assertThat(standing("INBOX")).isZero();
        assertThat(standing("Estafette")).isEqualTo(1);
    }

    @Test
    void anotherTimeThatIsProposedIsAQuestion() throws Exception {
        // Given
        arrives(reply("COUNTER", "TENTATIVE", 3, "20260302T081000Z"));

        // When
        visit();

        // Then
        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(content(event).get("outcome")).isEqualTo("NEEDS_INFO");
            assertThat((String) content(event).get("remark")).contains("2026-03-16T08:00");
        });
    }

    @Test
    void theSameMailTwiceIsOneEvent() throws Exception {
        // Given
        String mail = reply("REPLY", "DECLINED", 3, "20260302T081000Z");
        arrives(mail);
        arrives("Received: from elsewhere\n" + mail);
        visit();

        // When
        arrives(mail);
        visit();

        // Then
        assertThat(hub.events()).hasSize(1);
        assertThat(hub.asides()).isEmpty();
        assertThat(standing("INBOX")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, 20260302T081200Z", "5, 20260302T081000Z"})
    void anOlderAnswerDoesNotOverwriteANewerOne(int sequence, String stamp) throws Exception {
        // Given
        arrives(reply("REPLY", "ACCEPTED", 5, "20260302T081100Z"));
        visit();

        // When
        arrives(reply("REPLY", "DECLINED", sequence, stamp));
        visit();

        // Then
        assertThat(hub.events()).hasSize(1);
        assertThat(hub.asides())
                .singleElement()
                .satisfies(aside -> assertThat(aside.issues().getFirst().code()).isEqualTo("superseded"));
    }

    @Test
    void aLaterAnswerCountsBesideTheFirst() throws Exception {
        // Given
        arrives(reply("REPLY", "ACCEPTED", 3, "20260302T080000Z"));
        arrives(reply("REPLY", "DECLINED", 3, "20260302T081000Z"));

        // When
        visit();

        // Then
        assertThat(hub.events())
                .extracting(event -> content(event).get("outcome"))
                .containsExactly("ACCEPTED", "DECLINED");
        assertThat(hub.events()).extracting(CaseEvent::getBusinessKey).doesNotHaveDuplicates();
    }

    @Test
    void aBounceIsAFailureAtReception() throws Exception {
        // Given
        String headers = "Message-ID: <" + Samples.noticeId(3) + "@estafette.example>\n";
        arrives(bounce(headers, "failed", "5.1.1"));
        arrives(bounce(headers + "X-Again: 1\n", "failed", "5.1.1"));
        arrives(bounce(headers, "delayed", "4.4.1"));

        // When
        visit();

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(content(event).get("level")).isEqualTo("RECEPTION");
            assertThat(content(event).get("outcome")).isEqualTo("DECLINED");
            assertThat(((GenericRecord) content(event).get("reason")).get("code"))
                    .isEqualTo("5.1.1");
        });
        assertThat(standing("INBOX")).isZero();
    }

    @Test
    void aReportOfDeliveryIsAReceiptWithoutOutcome() throws Exception {
        // Given
        arrives(bounce("X-Estafette-Notice-Id: " + Samples.noticeId(3) + "\n", "delivered", "2.1.5"));

        // When
        visit();

        // Then
        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(content(event).get("level")).isEqualTo("RECEPTION");
            assertThat(content(event).get("outcome")).isNull();
        });
    }

    @Test
    void aBrokenCalendarStandsAsideAndTheMailboxGoesOn() throws Exception {
        // Given
        String broken = mail("Content-Type: text/calendar; method=REPLY", "BEGIN:VCALENDAR\nnonsense");
        arrives(broken);
        arrives(mail("Content-Type: multipart/mixed; boundary=\"never\"", "--other\n\nx"));
        arrives(bounce("Subject: none of ours\n", "failed", "5.1.1"));
        arrives(reply("REPLY", "ACCEPTED", 3, "20260302T080000Z"));

        // When
        visit();

        // Then
        assertThat(hub.events()).hasSize(1);
        assertThat(hub.asides()).hasSize(3);
        SetAside aside = hub.asides().getFirst();
        assertThat(aside.content()).asString(StandardCharsets.UTF_8).contains("nonsense");
        assertThat(hub.original(aside.original()).orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .contains("Message-ID: <a1@jobcoach.example>");
        assertThat(standing("INBOX")).isZero();
        assertThat(standing("Estafette")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"ATTENDEE, unknownAttendee", "UID, unknownEntry", "SEQUENCE, required", "PARTSTAT, invalidParticipation"
    })
    void whatIsNoAnswerToAnInvitationOfOursStandsAside(String field, String code) throws Exception {
        // Given
        String good = reply("REPLY", "ACCEPTED", 3, "20260302T080000Z");
        arrives(
                switch (field) {
                    case "ATTENDEE" -> good.replace(":MAILTO:" + Samples.COACH, ":MAILTO:somebody@else.example");
                    case "UID" -> good.replace("UID:E1-", "UID:E1-0");
                    case "SEQUENCE" -> good.replace("SEQUENCE:3\n", "");
                    default -> good.replace("PARTSTAT=ACCEPTED", "PARTSTAT=DELEGATED");
                });

        // When
        visit();

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides()).singleElement().satisfies(aside -> {
            assertThat(aside.issues().getFirst().code()).isEqualTo(code);
            assertThat(aside.issues().getFirst().name()).isEqualTo(field);
        });
    }

    @Test
    void aPersonWhoWritesIsToldHowToAnswer() throws Exception {
        // Given
        arrives(mail("Content-Type: text/plain", "Lukt het volgende week?"));

        // When
        visit();
        visit();

        // Then
        assertThat(hub.asides()).hasSize(1);
        assertThat(server.getReceivedMessagesForDomain("jobcoach.example"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                    assertThat(mail.getContent().toString()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; owner-email=\"x\"",
                "Precedence: bulk",
                "Return-Path: <>",
                "List-Id: <news.example>"
            })
    void aProgramNeverGetsAnAnswer(String header) throws Exception {
        // Given
        arrives(mail(header + "\nContent-Type: text/plain", "Ik ben afwezig."));
        arrives(mail(header + "\nContent-Type: text/calendar; method=REPLY", "BEGIN:VCALENDAR\nnonsense"));

        // When
        visit();

        // Then
        assertThat(server.getReceivedMessagesForDomain("jobcoach.example")).isEmpty();
        assertThat(hub.events()).isEmpty();
    }

    @Test
    void neitherOurselvesNorAStrangerGetAnAnswer() throws Exception {
        // Given
        String mail = mail("Content-Type: text/plain", "hello");
        arrives(mail.replace(Samples.COACH, Samples.HUB));
        arrives(mail.replace(Samples.COACH, "somebody@else.example"));

        // When
        visit();

        // Then
        assertThat(server.getReceivedMessagesForDomain("else.example")).isEmpty();
        assertThat(server.getReceivedMessagesForDomain("jobcoach.example")).isEmpty();
        assertThat(standing("INBOX")).isZero();
        assertThat(hub.asides()).hasSize(1);
    }

    @Test
    void aCrashBetweenCommitAndMoveNeitherLosesNorDoubles() throws Exception {
        for (boolean committed : new boolean[] {false, true}) {
            for (int at = 1; at <= 3; at++) {
                // Given
                hub = new HubSide(party);
                poller = poller();
                arrives(reply("REPLY", "ACCEPTED", 3, "20260302T080000Z"));
                arrives(mail("Content-Type: text/calendar; method=REPLY", "BEGIN:VCALENDAR\nnonsense"));
                arrives(bounce("X-Estafette-Notice-Id: " + Samples.noticeId(4) + "\n", "failed", "5.1.1"));

                // When
                hub.killAtCommit(at, committed);
                assertThatThrownBy(this::visit).isInstanceOf(Killed.class);
                poller = poller();
                visit();

                // Then
                assertThat(hub.events())
                        .as("killed at commit %s, committed: %s", at, committed)
                        .extracting(event -> content(event).get("outcome"))
                        .containsExactly("ACCEPTED", "DECLINED");
                assertThat(hub.asides()).hasSize(1);
                assertThat(standing("INBOX")).isZero();
            }
        }
    }

    @Test
    void aMailboxThatIsAwayEndsTheRoundWithoutThePassword() {
        // Given
        server.stop();

        // When / Then
        assertThatThrownBy(this::visit)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageNotContaining(PASSWORD);
    }
}
