package eu.estafette.connector.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.MessageContract;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A message is what a calendar program sends back to an invitation. */
class MailInboundTest extends MessageContract {

    private static final String PASSWORD = "hub-password";

    private final Party party = Samples.party("nl");
    private final HubSide hub = new HubSide(party);
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private Poller poller;

    @BeforeEach
    void open() {
        server.start();
        server.setUser(Samples.HUB, Samples.HUB, PASSWORD);
        var login = Optional.of(new MailServer.Login(Samples.HUB, PASSWORD));
        var imap = new MailServer("127.0.0.1", server.getImap().getPort(), login, Tls.NONE);
        var smtp = new MailServer("127.0.0.1", server.getSmtp().getPort(), Optional.empty(), Tls.NONE);
        poller = new MailWayIn(imap, "INBOX", "Estafette", Duration.ofHours(1))
                .poller(
                        Samples.IDENTITY,
                        Samples.SEALS,
                        new PartyRegistry(List.of(party)),
                        Samples.TOKENS,
                        new SmtpPost(smtp, Samples.IDENTITY, InstantSource.system()),
                        hub.wayIn());
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Override
    protected Told tell(String message) throws Exception {
        byte[] raw = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        server.getUserManager()
                .getUser(Samples.HUB)
                .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        int before = hub.asides().size();
        try {
            hub.visit(poller);
        } catch (IntakeUnavailableException e) {
            return Told.NOT_NOW;
        }
        return hub.asides().size() > before ? Told.REFUSED : Told.TAKEN;
    }

    @Override
    protected void kafkaIs(boolean away) {
        hub.away(away);
    }

    @Override
    protected List<CaseEvent> events() {
        return hub.events();
    }

    @Override
    protected Optional<byte[]> original(CaseEvent event) {
        return hub.original(new OriginalRef(event.getDataref()));
    }

    @Override
    protected List<String> faultyFields() {
        return hub.asides().getLast().issues().stream().map(Issue::name).toList();
    }

    @Override
    protected String good(int number) {
        return MailPollerTest.reply("REPLY", "ACCEPTED", 3, "20260302T08%02d00Z".formatted(number));
    }

    /** An entry names its notice, and a notice its person: there is no number to be wrong, and no rule beyond it. */
    @Override
    protected List<Stage> stages() {
        return List.of(Stage.SYNTAX);
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return good(1).replace("SEQUENCE:3\n", "");
    }

    @Override
    protected String faultyField(Stage stage) {
        return "SEQUENCE";
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of(good(1), good(2));
    }

    /** More parts than any reply has. */
    @Override
    protected String hostile() {
        return MailPollerTest.mail(
                "Content-Type: multipart/mixed; boundary=b",
                "--b\nContent-Type: text/calendar\n\nx\n".repeat(2_000) + "--b--\n");
    }
}
