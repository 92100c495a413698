package eu.estafette.connector.mail;

import eu.estafette.kit.delivery.DeliveryResult;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the mail server, each over a connection of its own. Thread-safe. */
public final class SmtpPost {

    private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);
    private static final int OK = 250;

    private final MailServer server;
    private final MailIdentity identity;
    private final InstantSource realTime;
    private final Session session;

    public SmtpPost(MailServer server, MailIdentity identity, InstantSource realTime) {
        this.server = server;
        this.identity = identity;
        this.realTime = realTime;
        this.session = Session.getInstance(server.properties("smtp"));
    }

    DeliveryResult send(Letter letter) {
        var verdict = new SmtpVerdict(server.place());
        MimeLetter mail;
        try {
            mail = MimeLetter.of(session, letter, identity, realTime.instant());
        } catch (MessagingException e) {
            throw new IllegalArgumentException("a checked address and our own texts make no mail", e);
        }
        try {
            Transport transport = session.getTransport("smtp");
            try {
                connect(transport);
                return send(mail, transport, verdict);
            } finally {
                leave(transport);
            }
        } catch (MessagingException e) {
            return verdict.notReached(e);
        }
    }

    /** Logs in and leaves; what is wrong, in one sentence. */
    Optional<String> tryOut() {
        try (Transport transport = session.getTransport("smtp")) {
            connect(transport);
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of("the mail server " + server.place() + " cannot be used: " + e.getMessage());
        }
    }

    private static DeliveryResult send(MimeLetter mail, Transport transport, SmtpVerdict verdict)
            throws MessagingException {
        Address[] recipients = mail.getAllRecipients();
        try {
            transport.sendMessage(mail, recipients);
        } catch (MessagingException e) {
            return verdict.notSent(e, mail.hasBegun());
        }
        return verdict.sent(
                transport instanceof SMTPTransport smtp && smtp.getLastReturnCode() > 0
                        ? smtp.getLastReturnCode()
                        : OK);
    }

    /** What goes wrong with the farewell says nothing about the letter. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("the mail server ended the connection by itself", e);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        transport.connect(
                server.host(),
                server.port(),
                server.user().map(MailServer.Login::name).orElse(null),
                server.user().map(MailServer.Login::password).orElse(null));
    }
}
